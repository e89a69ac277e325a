namespace Examples;

/// <summary>Something that the user can put right: its message says what and where, and no stack trace is shown.</summary>
public sealed class UserException(string message) : Exception(message);
