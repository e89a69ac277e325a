namespace Differentiable.Generators.Ir.Verification;

/// <summary>Are there only statements that the stage knows, with expressions of the right types?</summary>
internal sealed class VerifierOfStructure(Stage stage, List<string> violations)
{
    private Statement? _statement;

    public void Check(Block body)
    {
        foreach (Statement statement in body.DescendantStatements())
        {
            _statement = statement;
            CheckStage(statement, body);
            CheckStatement(statement);
            CheckExpressions(statement);
        }
    }

    private void CheckStage(Statement statement, Block body)
    {
        bool isAllowed = statement switch
        {
            Loop or Break or Continue => stage == Stage.Lowered,
            Declare => stage is Stage.Lowered or Stage.Normalized,
            Return => stage is Stage.Lowered or Stage.Members,
            Outlined => stage == Stage.Members && ReferenceEquals(body.Statements[body.Statements.Count - 1], statement),
            Using => stage == Stage.Members && body.Statements.Contains(statement),
            _ => true,
        };
        Require(isAllowed, () => $"a {statement.GetType().Name} does not belong here");
    }

    private void CheckStatement(Statement statement)
    {
        switch (statement)
        {
            case Assign assign:
                RequireType(assign.Value, assign.Target.Type, $"the value of {assign.Target}");
                break;
            case AssignTuple assign:
                Require(assign.Value is Opaque, "only an opaque expression has components");
                break;
            case Store store:
                CheckIndices(store.Storage, store.Indices);
                Require(store.Storage.Type is not SpanType { IsReadOnly: true }, () => $"{store.Storage} is read-only");
                RequireType(store.Value, store.Place.Type, "the element");
                break;
            case If { Condition: var condition }:
                RequireType(condition, IrType.Boolean, "the condition");
                break;
            case Loop { Condition: var condition } loop:
                RequireType(condition, IrType.Boolean, "the condition");
                CheckCheckpointing(loop.Checkpointing);
                break;
            case While { Condition: var condition } loop:
                RequireType(condition, IrType.Boolean, "the condition");
                CheckCheckpointing(loop.Checkpointing);
                break;
            case For loop:
                CheckLoop(loop);
                break;
            case Call call:
                CheckCall(call);
                break;
        }
    }

    private void CheckLoop(For loop)
    {
        Require(loop.Counter.Type.IsInteger, "the counter must be an integer");
        RequireType(loop.Start, loop.Counter.Type, "the start");
        RequireType(loop.Bound, loop.Counter.Type, "the bound");
        Require(loop.Comparison is >= Op.Equal and <= Op.GreaterOrEqual, () => $"{loop.Comparison} is no comparison");
        Require(loop.Step != 0, "the step must not be zero");
        HashSet<int> assigned = [.. loop.Body.DescendantStatements().SelectMany(statement => statement.Defines()).Select(variable => variable.Id)];
        Require(!assigned.Contains(loop.Counter.Id), "the body assigns the counter");
        Require(!loop.Bound.Variables().Any(variable => assigned.Contains(variable.Id)), "the body assigns what the bound reads");
        CheckCheckpointing(loop.Checkpointing);
    }

    private void CheckCheckpointing(Checkpointing? checkpointing)
    {
        if (checkpointing is null)
            return;
        bool takesArgument = checkpointing.Kind is CheckpointKind.Every or CheckpointKind.Binomial;
        Require(takesArgument == checkpointing.Argument is not null, () => $"{checkpointing.Kind} takes {(takesArgument ? "a number" : "no number")}");
        if (checkpointing.Argument is { } argument)
        {
            RequireType(argument, IrType.Int32, "the number of rounds or snapshots");
            Require(argument is Constant or Use, "the number of rounds or snapshots must be known before the loop");
        }
    }

    private void CheckCall(Call call)
    {
        EquatableArray<Parameter> parameters = call.Callee.Parameters;
        int outputs = parameters.Count(parameter => parameter.Mode is PassingMode.Ref or PassingMode.Out);
        Require(call.Arguments.Count == parameters.Count, "there must be an argument for each parameter");
        Require(call.Results.Count == call.Callee.Result.Components.Count + outputs, "there must be a result for each output");
        for (int i = 0; i < Math.Min(parameters.Count, call.Arguments.Count); i++)
        {
            if (call.Arguments[i] is { } argument)
                RequireArgument(argument, parameters[i]);
            else
                Require(parameters[i].Mode == PassingMode.Out, () => $"{parameters[i].Name} has no argument");
        }
    }

    private void CheckExpressions(Statement statement)
    {
        foreach (Expr expression in statement.Expressions())
        {
            bool isWhole = expression is Slice or View or NewStorage or CopyOf;
            Require(!isWhole || statement is Assign || (statement is Store && expression is NewStorage or CopyOf), "storage is made only in an assignment");
            foreach (Expr part in expression.DescendantsAndSelf())
                CheckExpression(part);
        }
    }

    private void CheckExpression(Expr expression)
    {
        bool mayMakeStorage = stage == Stage.Members && expression is Opaque;
        bool makesStorage = expression.Children().Any(child => child is Slice or View or NewStorage or CopyOf);
        Require(mayMakeStorage || !makesStorage, "storage is made inside an expression");
        switch (expression)
        {
            case Constant constant:
                string held = constant.Value.GetType().Name;
                ScalarKind? kind = constant.Type.IsWithoutLiterals ? ScalarKind.Double : (constant.Type as ScalarType)?.Kind;
                Require(kind is null || held == kind.ToString(), () => $"a {constant.Type} holds a {held}");
                break;
            case Apply apply:
                if (VerifierOfOperands.Complaint(apply) is { } complaint)
                    Report(complaint);
                break;
            case Convert convert:
                Require(!convert.Type.IsStorage && !convert.Operand.Type.IsStorage, "storage does not convert");
                break;
            case Conditional conditional:
                RequireType(conditional.Condition, IrType.Boolean, "the condition");
                RequireType(conditional.WhenFalse, conditional.WhenTrue.Type, "the other value");
                break;
            case Element element:
                CheckIndices(element.Storage, element.Indices);
                Require(element.Type is not StructType, () => $"{element} is a whole struct");
                break;
            case Slice slice:
                CheckStorage(slice.Storage);
                Require(slice.Start.Type.IsInteger && slice.Count?.Type.IsInteger != false, "a slice counts in integers");
                break;
            case Length or View or CopyOf:
                CheckStorage(expression.Children()[0]);
                break;
            case Opaque opaque:
                Require(opaque.Text.Count == opaque.Arguments.Count + 1, "there must be one piece of text more than there are holes");
                break;
        }
    }

    private void CheckIndices(Expr storage, EquatableArray<Expr> indices)
    {
        CheckStorage(storage);
        int rank = storage.Type is ArrayType array ? array.Rank : 1;
        Require(indices.Count == rank, () => $"{storage} takes {rank} indices");
        Require(indices.All(index => index.Type.IsInteger), "an index must be an integer");
    }

    private void CheckStorage(Expr storage)
    {
        Require(storage.Type.IsStorage, () => $"{storage} is no storage");
        Require(storage is Use or Element or Opaque, () => $"{storage} must be a variable or a row of one");
    }

    /// <summary>The elements of an inline array are an array here, and a span to those that are given them.</summary>
    private void RequireArgument(Expr argument, Parameter parameter)
    {
        bool isVector = parameter.InlineMode is not null || argument is Element && parameter.Type is SpanType;
        if (!isVector || !IsVector(argument.Type) || argument.Type.Element != parameter.Type.Element)
            RequireType(argument, parameter.Type, $"the argument for {parameter.Name}");
    }

    private void RequireType(Expr expression, IrType? type, string what) =>
        Require(expression.Type == type || IsVectorForVector(expression.Type, type), () => $"{what} is a {expression.Type}, not a {type}");

    /// <summary>From the versions on, local vectors are spans, and an array stands for a span where one is asked for.</summary>
    private bool IsVectorForVector(IrType type, IrType? asked) =>
        stage >= Stage.Versions && IsVector(type) && asked is not null && IsVector(asked) && type.Element == asked.Element;

    private static bool IsVector(IrType type) => type is SpanType or ArrayType { Rank: 1 };

    private void Require(bool isRight, Func<string> complaint)
    {
        if (!isRight)
            Report(complaint());
    }

    private void Require(bool isRight, string complaint)
    {
        if (!isRight)
            Report(complaint);
    }

    private void Report(string complaint) => violations.Add($"{complaint}: {_statement!.ToString().Split('\n')[0]}");
}
