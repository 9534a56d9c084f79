import { describe, expect, it } from 'vitest';
import { layOut, offsetOf } from './page-layout.ts';
import { pixelsPerUnit, type PageSize } from './page-size.ts';
import { anchorOfZone, acrossOfZone, regionOf, zoneInSight } from './zone.ts';

/** A4 in CSS pixels at 100 %. */
const a4: PageSize = { width: 595 * pixelsPerUnit, height: 842 * pixelsPerUnit, isMeasured: true };
const leader = { width: 1000, height: 700 };
const column = { mode: 'continuous', rotation: 0 } as const;

describe('zones', () => {
  it('[PRES-2] the whole width that is in sight, and of the height what the screen holds', () => {
    const layout = layOut([a4, a4], { fit: 'width' }, leader);
    const [box] = layout.boxes;
    if (box === undefined) throw new Error('no page');
    const zone = zoneInSight(box, { top: 500, left: 0 }, leader, column);
    expect(zone).toMatchObject({ x: 0, width: 595 });
    expect(zone?.y).toBeCloseTo((500 - box.top) / (box.scale * pixelsPerUnit), 0);
    expect(zone?.height).toBeCloseTo(700 / (box.scale * pixelsPerUnit), 0);
  });

  it.each([
    ['the same screen', leader, 0],
    ['a narrower one', { width: 500, height: 700 }, 0],
    ['a lower one', { width: 1000, height: 300 }, 0],
    ['a page turned sideways', { width: 900, height: 900 }, 90],
  ] as const)('[PRES-2] [AT-14] a follower with %s has the whole zone in sight', (_, viewport, rotation) => {
    const led = layOut([a4, a4], { scale: 1.4 }, leader);
    const [page] = led.boxes;
    if (page === undefined) throw new Error('no page');
    const zone = zoneInSight(page, { top: 300, left: 120 }, leader, column);
    if (zone === null) throw new Error('no zone');
    const layout = layOut([a4, a4], { region: regionOf(zone, rotation) }, viewport, {
      mode: 'continuous',
      rotation,
    });
    const [box] = layout.boxes;
    if (box === undefined) throw new Error('no page');
    const top = offsetOf(layout, anchorOfZone(zone, box, rotation)) ?? 0;
    const left = acrossOfZone(zone, box, layout, rotation) * layout.width - viewport.width / 2;
    const seen = zoneInSight(box, { top, left }, viewport, { mode: 'continuous', rotation });
    if (seen === null) throw new Error('nothing in sight');
    expect(seen.x).toBeLessThanOrEqual(zone.x + 0.5);
    expect(seen.y).toBeLessThanOrEqual(zone.y + 0.5);
    expect(seen.x + seen.width).toBeGreaterThanOrEqual(zone.x + zone.width - 0.5);
    expect(seen.y + seen.height).toBeGreaterThanOrEqual(zone.y + zone.height - 0.5);
  });

  it('of a page beside the screen is none', () => {
    const layout = layOut([a4, a4], { fit: 'page' }, leader, { mode: 'single', rotation: 0 });
    const [, second] = layout.boxes;
    expect(
      second && zoneInSight(second, { top: 0, left: 0 }, leader, { mode: 'single', rotation: 0 }),
    ).toBeNull();
  });
});
