/** Bucket, key and query of a path-style S3 address. The key is '' if the address is that of the bucket itself. */
export function s3Address(path: string): { bucket: string; key: string; query: URLSearchParams } {
  const [address = '', query = ''] = path.split(/\?(.*)/s);
  const [, bucket = '', key = ''] = /^\/([^/]*)\/?(.*)$/s.exec(address) ?? [];
  return { bucket, key: decodeURIComponent(key), query: new URLSearchParams(query) };
}
