#!/bin/bash
# Runs as root after the package was unpacked; electron-builder fills in the names.
set -e

if command -v update-alternatives >/dev/null 2>&1; then
  update-alternatives --install '/usr/bin/${executable}' '${executable}' '/opt/${sanitizedProductName}/${executable}' 100
else
  ln -sf '/opt/${sanitizedProductName}/${executable}' '/usr/bin/${executable}'
fi

# Chromium's sandbox works in a user namespace; only a kernel without them needs the helper with root's rights.
if { [[ -L /proc/self/ns/user ]] && unshare --user true 2>/dev/null; }; then
  chmod 0755 '/opt/${sanitizedProductName}/chrome-sandbox' || true
else
  chmod 4755 '/opt/${sanitizedProductName}/chrome-sandbox' || true
fi

# Ubuntu 24.04 and later give user namespaces only to programs with a profile.
profile='/opt/${sanitizedProductName}/resources/apparmor-profile'
if command -v apparmor_status >/dev/null 2>&1 && apparmor_status --enabled >/dev/null 2>&1 \
  && apparmor_parser --skip-kernel-load --debug "$profile" >/dev/null 2>&1; then
  cp -f "$profile" '/etc/apparmor.d/${executable}'
  if ! { [ -x /usr/bin/ischroot ] && /usr/bin/ischroot; }; then
    apparmor_parser --replace --write-cache --skip-read-cache '/etc/apparmor.d/${executable}' || true
  fi
fi

# Settings of the machine: only root writes them, everybody reads them.
install -d -o root -g root -m 0755 /etc/nghisu

# The room server has a user of its own. It is not started here: a terminal needs none.
if ! getent passwd nghisu >/dev/null; then
  useradd --system --user-group --home-dir /var/lib/nghisu --no-create-home --shell /usr/sbin/nologin nghisu
fi
install -d -o nghisu -g nghisu -m 0700 /var/lib/nghisu
if [ -d /run/systemd/system ]; then
  systemctl daemon-reload || true
  systemctl try-restart nghisu-hub.service || true
fi

if command -v update-desktop-database >/dev/null 2>&1; then update-desktop-database /usr/share/applications || true; fi
if command -v update-mime-database >/dev/null 2>&1; then update-mime-database /usr/share/mime || true; fi
