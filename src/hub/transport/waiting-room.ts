/** Bounds what peers may hold who have not yet said who they are. */
export interface WaitingRoom {
  /** Lets one more in from `address`, or returns null when there is no place. Call the function it returns once. */
  enter(address: string): (() => void) | null;
}

/** A waiting room with places per address and in all. A whole room of terminals may come back from one address at once. */
export function createWaitingRoom(placesPerAddress: number, places: number): WaitingRoom {
  const byAddress = new Map<string, number>();
  let inAll = 0;

  const leave = (address: string): void => {
    inAll -= 1;
    const left = (byAddress.get(address) ?? 1) - 1;
    if (left === 0) byAddress.delete(address);
    else byAddress.set(address, left);
  };

  return {
    enter(address) {
      const here = byAddress.get(address) ?? 0;
      if (here >= placesPerAddress || inAll >= places) return null;
      byAddress.set(address, here + 1);
      inAll += 1;
      let isIn = true;
      return () => {
        if (isIn) leave(address);
        isIn = false;
      };
    },
  };
}
