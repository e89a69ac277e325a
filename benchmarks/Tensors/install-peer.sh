#!/usr/bin/env bash
# Installs what the tensor benchmark is compared with: PyTorch for the CPU, as Debian and Ubuntu package it.
set -euo pipefail

if [[ $EUID -eq 0 ]]; then
    apt-get install --yes python3-torch
else
    sudo apt-get install --yes python3-torch
fi
