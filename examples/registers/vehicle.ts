// What the vehicle register keeps of one vehicle: a shape only.

/** One vehicle as the register answers it. The postcode is where its keeper lives. */
export interface Vehicle {
  readonly registration: string;
  readonly make: string;
  readonly fuel: "petrol" | "diesel" | "electric";
  readonly taxed: boolean;
  readonly keeperPostcode: string;
  readonly firstRegistered: string;
  readonly colour: string;
}
