; What the installer does besides unpacking. Arguments of a silent install, all optional:
;   /S  /SURFACES=seat:A07,screen@2  /HUB=10.20.0.5,10.20.0.6  /PAIRING=D:\ghep.json  /AUTHORITY=<sha-256>
;   /KIOSK=1  /STARTUP=1  /SERVICE=hub
; Whatever quotes its shell leaves around an argument or a value are taken off.
; They go to %ProgramData%\NghiSu\settings.json, the machine settings file (docs/policy.md). Without any of them the file
; stays as it is, so an update changes no setting. Uninstalling asks about data; silently it stays, unless /PURGE is given.
!include "FileFunc.nsh"
!include "WordFunc.nsh"
!include "LogicLib.nsh"

!define SETTINGS_FOLDER "NghiSu"
!define SERVICE_FOLDER "$INSTDIR\resources\hub\service"

!ifndef BUILD_UNINSTALLER
  Var settingsText
  Var settingsValue
  ; The arguments without their quotes, a tab before and after each.
  Var settingsArguments

  ; Makes $settingsArguments of the command line. Shells quote in several ways, /NAME="a b" and "/NAME=a b" among them,
  ; which GetOptions of FileFunc.nsh tells apart by the first it meets.
  Function splitArguments
    Push $0
    Push $1
    Push $2
    ${GetParameters} $settingsValue
    StrCpy $settingsArguments "$\t"
    StrCpy $0 0
    StrCpy $2 "between"
    ${Do}
      StrCpy $1 $settingsValue 1 $0
      ${If} $1 == ""
        ${ExitDo}
      ${EndIf}
      IntOp $0 $0 + 1
      ${If} $1 == '"'
        ${If} $2 == "quoted"
          StrCpy $2 "between"
        ${Else}
          StrCpy $2 "quoted"
        ${EndIf}
      ${ElseIf} $1 == " "
      ${AndIf} $2 == "between"
        StrCpy $settingsArguments "$settingsArguments$\t"
      ${Else}
        StrCpy $settingsArguments "$settingsArguments$1"
      ${EndIf}
    ${Loop}
    StrCpy $settingsArguments "$settingsArguments$\t"
    Pop $2
    Pop $1
    Pop $0
  FunctionEnd

  ; A value as JSON text: backslashes doubled. Quotes are gone.
  !macro asJson
    ${WordReplace} "$settingsValue" "\" "\\" "+" $settingsValue
  !macroend

  ; "a,b" as ["a", "b"] without the brackets.
  !macro asList
    ${WordReplace} "$settingsValue" "," '", "' "+" $settingsValue
  !macroend

  !macro addSetting line
    ${If} $settingsText != ""
      StrCpy $settingsText "$settingsText,$\r$\n"
    ${EndIf}
    StrCpy $settingsText '$settingsText  ${line}'
  !macroend

  !macro readArgument name
    ClearErrors
    ${WordFind2X} "$settingsArguments" "$\t/${name}=" "$\t" "E+1" $settingsValue
    ${If} ${Errors}
      StrCpy $settingsValue ""
    ${EndIf}
  !macroend

  !macro listSetting name key
    !insertmacro readArgument "${name}"
    ${If} $settingsValue != ""
      !insertmacro asJson
      !insertmacro asList
      !insertmacro addSetting '"${key}": ["$settingsValue"]'
    ${EndIf}
  !macroend

  !macro textSetting name key
    !insertmacro readArgument "${name}"
    ${If} $settingsValue != ""
      !insertmacro asJson
      !insertmacro addSetting '"${key}": "$settingsValue"'
    ${EndIf}
  !macroend

  !macro toggleSetting name key
    !insertmacro readArgument "${name}"
    ${If} $settingsValue == "1"
      !insertmacro addSetting '"${key}": true'
    ${ElseIf} $settingsValue == "0"
      !insertmacro addSetting '"${key}": false'
    ${EndIf}
  !macroend
!endif

!macro customInstall
  SetShellVarContext all
  Call splitArguments
  StrCpy $settingsText ""
  CreateDirectory "$APPDATA\${SETTINGS_FOLDER}"
  ; Administrators write the settings, everybody reads them.
  nsExec::Exec 'icacls "$APPDATA\${SETTINGS_FOLDER}" /inheritance:r /grant *S-1-5-32-544:(OI)(CI)F *S-1-5-18:(OI)(CI)F *S-1-5-32-545:(OI)(CI)RX'
  Pop $settingsValue

  ; The stick is pulled out afterwards, so the ticket comes along.
  !insertmacro readArgument "PAIRING"
  ${If} $settingsValue != ""
    CopyFiles /SILENT "$settingsValue" "$APPDATA\${SETTINGS_FOLDER}\pairing-ticket.json"
    ${If} ${FileExists} "$APPDATA\${SETTINGS_FOLDER}\pairing-ticket.json"
      StrCpy $settingsValue "$APPDATA\${SETTINGS_FOLDER}\pairing-ticket.json"
      !insertmacro asJson
      !insertmacro addSetting '"room.pairingTicket": "$settingsValue"'
    ${Else}
      DetailPrint "$(pairingMissing)"
      SetErrorLevel 2
    ${EndIf}
  ${EndIf}

  !insertmacro listSetting "SURFACES" "terminal.surfaces"
  !insertmacro listSetting "HUB" "room.addresses"
  !insertmacro textSetting "AUTHORITY" "room.authority"
  !insertmacro toggleSetting "KIOSK" "terminal.kiosk"
  !insertmacro toggleSetting "STARTUP" "terminal.startWithSystem"

  ${If} $settingsText != ""
    FileOpen $settingsValue "$APPDATA\${SETTINGS_FOLDER}\settings.json" w
    FileWrite $settingsValue "{$\r$\n$settingsText$\r$\n}$\r$\n"
    FileClose $settingsValue
  ${EndIf}

  !insertmacro readArgument "SERVICE"
  ${If} $settingsValue == "hub"
    ${If} ${FileExists} "${SERVICE_FOLDER}\nghisu-hub.exe"
      CreateDirectory "$APPDATA\${SETTINGS_FOLDER}\hub"
      CreateDirectory "$APPDATA\${SETTINGS_FOLDER}\hub-logs"
      nsExec::Exec 'icacls "$APPDATA\${SETTINGS_FOLDER}\hub" /inheritance:r /grant *S-1-5-32-544:(OI)(CI)F *S-1-5-18:(OI)(CI)F *S-1-5-19:(OI)(CI)M'
      Pop $settingsValue
      nsExec::Exec 'icacls "$APPDATA\${SETTINGS_FOLDER}\hub-logs" /grant *S-1-5-19:(OI)(CI)M'
      Pop $settingsValue
      nsExec::ExecToLog '"${SERVICE_FOLDER}\nghisu-hub.exe" install'
      Pop $settingsValue
      nsExec::ExecToLog '"${SERVICE_FOLDER}\nghisu-hub.exe" start'
      Pop $settingsValue
    ${Else}
      DetailPrint "$(serviceMissing)"
      SetErrorLevel 2
    ${EndIf}
  ${EndIf}
!macroend

!macro customUnInstall
  ${If} ${FileExists} "${SERVICE_FOLDER}\nghisu-hub.exe"
    nsExec::ExecToLog '"${SERVICE_FOLDER}\nghisu-hub.exe" stop'
    Pop $0
    nsExec::ExecToLog '"${SERVICE_FOLDER}\nghisu-hub.exe" uninstall'
    Pop $0
  ${EndIf}

  ; An update uninstalls the version before it; nothing of anybody may go then.
  ${IfNot} ${isUpdated}
    StrCpy $1 "keep"
    ${GetParameters} $0
    ClearErrors
    ${GetOptions} $0 "/PURGE" $2
    ${IfNot} ${Errors}
      StrCpy $1 "purge"
    ${EndIf}
    ${IfNot} ${Silent}
      MessageBox MB_YESNO|MB_ICONQUESTION|MB_DEFBUTTON2 "$(removeData)" IDNO +2
      StrCpy $1 "purge"
    ${EndIf}
    ${If} $1 == "purge"
      SetShellVarContext all
      RMDir /r "$APPDATA\${SETTINGS_FOLDER}"
      SetShellVarContext current
      RMDir /r "$APPDATA\NghiSu"
      SetShellVarContext all
    ${EndIf}
  ${EndIf}
!macroend

!macro customHeader
  LangString removeData 1066 "Xoá cả dữ liệu của Nghị Sự trên máy này (cài đặt, dữ liệu phòng họp nếu là máy chủ, ghi chép chưa gửi)? Chọn Không để giữ lại."
  LangString removeData 1033 "Also delete the data of Nghi Su on this machine (settings, the room's data if this is a hub, notes not yet sent)? Choose No to keep it."
  !ifndef BUILD_UNINSTALLER
    LangString pairingMissing 1066 "Không đọc được phiếu ghép nối."
    LangString pairingMissing 1033 "The pairing ticket cannot be read."
    LangString serviceMissing 1066 "Bộ cài này không có dịch vụ máy chủ."
    LangString serviceMissing 1033 "This installer carries no hub service."
  !endif
!macroend
