@echo off
rem The commands of the hub: nghisu-hub --help
"%~dp0runtime\node.exe" "%~dp0src\hub\start\main.js" %*
