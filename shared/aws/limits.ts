/**
 * The limits of every AWS client, of the functions and of the commands. Without them a connection that no longer answers is waited for until
 * the timeout of the function, and SDK retries add up. A call takes at most `maxAttempts * (connectionTimeout +
 * requestTimeout)`, 8 s, which is less than the timeout of each function. A request that takes longer fails, and the
 * message that caused it is delivered again.
 *
 * `requestTimeout` is the time until the answer begins, and includes sending the request. The SDK only logs a warning unless `throwOnRequestTimeout` is
 * set (the documentation of NodeHttpHandlerOptions). `socketTimeout` is the longest silence while the answer is read.
 */
export const LIMITS = {
  maxAttempts: 2,
  requestHandler: {
    connectionTimeout: 1000,
    requestTimeout: 3000,
    throwOnRequestTimeout: true,
    socketTimeout: 3000,
  },
};
