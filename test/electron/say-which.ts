// Before all specs: gets an Electron if one has to be got, and says which it is.
import { describeElectron, findElectron } from './electron.ts';

export default async function sayWhich(): Promise<void> {
  const found = await findElectron(console.log);
  console.log(found.ok ? `In ${describeElectron(found.electron)}` : `No Electron can be had: ${found.reason}`);
}
