; Nothing but what installer.nsh adds to the installer of electron-builder, to be tried without a Windows machine.
Unicode true
Target amd64-unicode
Name "settings"
OutFile "${OUT}"
InstallDir "C:\NghiSuSettings"
RequestExecutionLevel user
SilentInstall silent
LoadLanguageFile "${NSISDIR}\Contrib\Language files\Vietnamese.nlf"
LoadLanguageFile "${NSISDIR}\Contrib\Language files\English.nlf"
; electron-builder's test for an update, which this is none of.
!define isUpdated `"" == "updated"`
!include "${INCLUDE}"
!insertmacro customHeader

Section
  SetOutPath "$INSTDIR"
  !insertmacro customInstall
  WriteUninstaller "$INSTDIR\uninstall.exe"
SectionEnd

Section Uninstall
  !insertmacro customUnInstall
SectionEnd
