/** Whether nothing more can be stored. Errors of the operating system have a code; those of SQLite have a message. */
export function isFullDisk(error: unknown): error is Error {
  if (!(error instanceof Error)) return false;
  const code: unknown = Reflect.get(error, 'code');
  return /^(ENOSPC|EDQUOT|EFBIG)$/.test(String(code)) || /disk is full|disk I\/O error/.test(error.message);
}
