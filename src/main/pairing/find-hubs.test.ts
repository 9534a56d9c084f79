import { describe, expect, it } from 'vitest';
import { foundHubs } from './find-hubs.ts';

type Announced = Parameters<typeof foundHubs>[0][number];

const announced = (part: Partial<Announced>): Announced => ({
  fqdn: 'hub._nghisu._tcp.local',
  name: 'hub',
  port: 4871,
  txt: { room: 'R1', name: 'Phòng họp số 1' },
  addresses: ['fe80::1', '192.168.1.10'],
  ...part,
});

describe('hubs on the network', () => {
  it('tells two of the same name apart by their addresses', () => {
    const other = announced({ fqdn: 'other', addresses: ['192.168.1.11'] });
    expect(foundHubs([other, announced({})])).toEqual([
      { id: 'hub._nghisu._tcp.local', roomName: 'Phòng họp số 1', address: '192.168.1.10:4871' },
      { id: 'other', roomName: 'Phòng họp số 1', address: '192.168.1.11:4871' },
    ]);
  });

  it('takes the address that the announcement came from', () => {
    const referer = { address: '10.0.0.5', family: 'IPv4', port: 5353, size: 300 } as const;
    const [hub] = foundHubs([announced({ addresses: ['192.168.1.10', '10.0.0.5'], referer })]);
    expect(hub?.address).toBe('10.0.0.5:4871');
  });

  it('falls back on the name of the service, and shows no control characters', () => {
    const [first] = foundHubs([announced({ txt: {}, name: 'Hội trường\u202e\n A' })]);
    expect(first?.roomName).toBe('Hội trường A');
  });

  it('shows nothing that cannot be reached, and not without end', () => {
    expect(foundHubs([announced({ addresses: [] }), announced({ port: 0 })])).toEqual([]);
    const crowd = Array.from({ length: 500 }, (_, at) => announced({ fqdn: `hub-${at}` }));
    expect(foundHubs(crowd)).toHaveLength(24);
  });
});
