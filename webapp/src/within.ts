/** The promise's answer, or `late` when it takes longer than `limit_ms`: some browsers leave a promise open for ever. */
export async function within<Answer, Late>(
  limit_ms: number,
  promise: Promise<Answer>,
  late: Late,
): Promise<Answer | Late> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const limit = new Promise<Late>((resolve) => {
    timer = setTimeout(() => resolve(late), limit_ms)
  })
  return Promise.race([promise, limit]).finally(() => clearTimeout(timer))
}
