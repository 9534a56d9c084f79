/** A key of the platform's WebCrypto, whichever declarations the program that holds the hub is compiled with. */
export type PlatformKey = InstanceType<typeof CryptoKey>;
