import type { MicrophoneNews } from './microphone-hook.ts';

/** How long the microphone system may take to answer, in milliseconds. */
const timeoutMs = 2_000;

/** Posts news to an address as JSON. Rejects when nobody answers in time, or with another status than 2xx. */
export async function postNews(url: URL, news: MicrophoneNews): Promise<void> {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(news),
    redirect: 'error',
    signal: AbortSignal.timeout(timeoutMs),
  });
  await answer.body?.cancel();
  if (!answer.ok) throw new Error(`the microphone hook answered ${answer.status}`);
}
