import { createContext, use, type ReactNode } from 'react';
import type { AdminLink, AdminState } from '../../../shared/bridge/admin-link.ts';
import { useWatchable } from '../use-watchable.ts';

const AdminContext = createContext<AdminLink | null>(null);

interface AdminProviderProps {
  /** The same object for the life of the window. */
  readonly link: AdminLink;
  readonly children: ReactNode;
}

/** Gives everything below it the administration of the room. */
export function AdminProvider({ link, children }: AdminProviderProps) {
  return <AdminContext value={link}>{children}</AdminContext>;
}

/** The administration of the room. */
export function useAdminLink(): AdminLink {
  const link = use(AdminContext);
  if (link === null) throw new Error('AdminProvider is missing above this component');
  return link;
}

/** Whether somebody is signed in as IT. */
export function useAdminState(): AdminState {
  return useWatchable(useAdminLink().state);
}
