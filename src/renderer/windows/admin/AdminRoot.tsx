import { useState } from 'react';
import { createAdminLink } from '../../bridge/admin/admin-link.ts';
import { chooseAdminTransport } from '../../bridge/admin/admin-transport.ts';
import { AdminProvider } from '../../data/admin/AdminProvider.tsx';
import { AdminWindow } from './AdminWindow.tsx';

/** IT's page at `/admin`, from the address to the window. */
export function AdminRoot() {
  const [link] = useState(() => createAdminLink(chooseAdminTransport(location.origin)));
  return (
    <AdminProvider link={link}>
      <AdminWindow />
    </AdminProvider>
  );
}
