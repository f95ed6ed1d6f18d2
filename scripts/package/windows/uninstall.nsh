; Says where the data stays. An update removes the old version silently, without this.
!macro customUnInstall
  ${ifNot} ${isUpdated}
    ${ifNot} ${Silent}
      MessageBox MB_OK|MB_ICONINFORMATION "Your server list, vault and settings stay in $APPDATA\FindFace Session Manager. If you do not need them any more, delete that folder."
    ${endIf}
  ${endIf}
!macroend
