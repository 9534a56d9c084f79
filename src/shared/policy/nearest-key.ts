import { settingKeys, type SettingKey } from './settings.ts';

/** The setting that was probably meant by a name that is none; null when nothing is near. */
export function nearestKey(name: string): SettingKey | null {
  const meant = name.toLowerCase();
  const tail = settingKeys.find((key) => key.toLowerCase().endsWith(`.${meant}`));
  if (tail !== undefined) return tail;
  const ranked = settingKeys
    .map((key) => ({ key, distance: distanceOf(meant, key.toLowerCase()) }))
    .toSorted((a, b) => a.distance - b.distance);
  const [best] = ranked;
  return best !== undefined && best.distance <= Math.max(2, Math.floor(name.length / 3)) ? best.key : null;
}

/** How many letters have to be put in, taken out or exchanged (Levenshtein). */
function distanceOf(one: string, other: string): number {
  let above = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (const [row, letter] of Array.from(one).entries()) {
    const line = [row + 1];
    for (const [column, otherLetter] of Array.from(other).entries()) {
      const exchanged = (above[column] ?? 0) + (letter === otherLetter ? 0 : 1);
      line.push(Math.min(exchanged, (above[column + 1] ?? 0) + 1, (line[column] ?? 0) + 1));
    }
    above = line;
  }
  return above.at(-1) ?? 0;
}
