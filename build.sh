#!/bin/sh
# The build for machines without PowerShell: ./build.sh [build|test|demo|pack|bench|fuzz|models|cuda|clean] [-Configuration Release|Debug] [-- ARGUMENTS]
# The steps themselves stand once, in build/VideoTools.Build; build.ps1 calls the same.
set -eu
cd "$(dirname "$0")"
if ! command -v dotnet >/dev/null 2>&1; then
    echo "build: the .NET SDK 10 is not on PATH; install it from https://dotnet.microsoft.com/download" >&2
    exit 1
fi
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
exec dotnet run --project build/VideoTools.Build -c Release -v quiet -- "$@"
