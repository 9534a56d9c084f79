import { describe, expect, it } from 'vitest';
import { namesPolicyKey, parseRegistryOutput, readRegistry } from './registry-output.ts';

/** What `reg.exe query HKLM\Software\Policies\NghiSu /reg:64 /se |` prints on Windows 11. */
const captured = [
  '',
  'HKEY_LOCAL_MACHINE\\Software\\Policies\\NghiSu',
  '    terminal.kiosk    REG_DWORD    0x1',
  '    terminal.idleLockMinutes    REG_DWORD    0xa',
  '    room.addresses    REG_MULTI_SZ    10.20.0.5|hub.tinh.local',
  '    updates.source    REG_SZ    folder',
  '    updates.folder    REG_SZ    \\\\may chu\\cap nhat',
  '',
  '',
].join('\r\n');

const line = (text: string) =>
  readRegistry(`\r\nHKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\NghiSu\r\n    ${text}\r\n`);

describe('the policy in the registry', () => {
  it('is read from what reg.exe prints', () => {
    const { entries, faults } = readRegistry(captured);
    expect(faults).toEqual([]);
    expect(Array.from(entries, ([key, { value }]) => [key, value])).toEqual([
      ['terminal.kiosk', true],
      ['terminal.idleLockMinutes', 10],
      ['room.addresses', ['10.20.0.5', 'hub.tinh.local']],
      ['updates.source', 'folder'],
      ['updates.folder', '\\\\may chu\\cap nhat'],
    ]);
    expect(entries.get('terminal.kiosk')?.place).toEqual({
      source: 'policy-registry',
      where: 'HKLM\\Software\\Policies\\NghiSu\\terminal.kiosk',
      line: null,
      column: null,
    });
  });

  it('is empty where reg.exe found nothing', () => {
    expect(readRegistry('')).toMatchObject({ entries: new Map(), faults: [] });
    expect(parseRegistryOutput('ERROR: The system was unable to find the specified registry key.')).toEqual({
      values: [],
      keysBelow: [],
    });
  });

  it('does not mind how names are written', () => {
    expect([...line('Terminal.KIOSK    REG_DWORD    0x0').entries.keys()]).toEqual(['terminal.kiosk']);
  });

  it.each([
    ['terminal.kiosk    REG_SZ    1', 'policy/wrong-registry-type', 'REG_DWORD'],
    ['terminal.kiosk    REG_DWORD    0x2', 'policy/wrong-value', 'true'],
    ['hub.port    REG_SZ    4860', 'policy/wrong-registry-type', 'REG_DWORD'],
    ['hub.port    REG_QWORD    0x12fc', 'policy/wrong-registry-type', 'REG_DWORD'],
    ['hub.port    REG_DWORD    0xffffffff', 'policy/wrong-value', '65535'],
    ['language    REG_DWORD    0x1', 'policy/wrong-registry-type', 'REG_SZ'],
    ['language    REG_SZ', 'policy/wrong-value', '"vi"'],
    ['hub.data    REG_EXPAND_SZ    %ProgramData%\\NghiSu', 'policy/wrong-registry-type', 'REG_SZ'],
    ['hub.data    REG_SZ    C:\\t?i li?u', 'policy/wrong-value', 'đường dẫn'],
    ['hub.data    REG_SZ    C:\\tài liệu', 'policy/wrong-value', 'policy.json'],
    ['room.addresses    REG_SZ    10.20.0.5', 'policy/wrong-registry-type', 'REG_MULTI_SZ'],
    ['terminal.unlockHash    REG_BINARY    00FF', 'policy/wrong-registry-type', 'REG_SZ'],
    ['terminal.kisok    REG_DWORD    0x1', 'policy/unknown-key', 'terminal.kiosk'],
    ['(Default)    REG_SZ    x', 'policy/unknown-key', '(Default)'],
  ])('%s is refused', (text, code, sentence) => {
    const { entries, faults } = line(text);
    expect(entries.size).toBe(0);
    expect(faults).toMatchObject([{ code, sentence: { vi: expect.stringContaining(sentence) } }]);
  });

  it('refuses keys below it, which nothing reads', () => {
    const output = `${captured}HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\NghiSu\\Hub\r\n`;
    expect(readRegistry(output).faults).toMatchObject([{ code: 'policy/unknown-key', key: 'Hub' }]);
  });

  it('is expected where the keys of all policies name it', () => {
    const keys = (name: string): string => `\r\nHKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\${name}\r\n`;
    expect(namesPolicyKey(keys('NghiSu'))).toBe(true);
    expect(namesPolicyKey(keys('NghiSu2') + keys('Microsoft'))).toBe(false);
  });
});
