import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { frameScriptDigest, windowPolicy } from '../../../../../shared/protocol/window-policy.ts';
import { framePage, frameScript } from './frame-page.ts';

describe('the page in the frame', () => {
  it('runs the one script that the policy of windows names', () => {
    const digest = createHash('sha256').update(frameScript).digest('base64');
    expect(frameScriptDigest).toBe(`sha256-${digest}`);
    expect(windowPolicy).toContain(`'${frameScriptDigest}'`);
    expect(framePage(true)).toContain(`<script>${frameScript}</script>`);
  });

  it('takes the network away from whatever runs in it', () => {
    expect(framePage(true)).toContain("default-src 'none'");
    expect(framePage(true)).toContain("connect-src 'none'");
    expect(framePage(true)).not.toContain('unsafe-inline');
  });
});
