import { describeEncoder } from './encoder-contract.js';
import { createHashingEncoder } from './hashing-encoder.js';

describeEncoder('the hashing encoder', () => Promise.resolve(createHashingEncoder()));
