import type { Role } from '../model/conversation.ts';

/** Somebody of whom an export says more than an id. */
export interface Person {
  readonly name: string | null;
  readonly email: string | null;
  /** null where the export does not say. */
  readonly role: Role | null;
}

/** The people of an export by id: side-loaded users, tables of agents. What is told first stays; gaps are filled. */
export class People {
  readonly #byId = new Map<string, Person>();

  add(id: string | null, person: Partial<Person>): void {
    if (id === null) {
      return;
    }
    const known = this.#byId.get(id);
    this.#byId.set(id, {
      name: known?.name ?? person.name ?? null,
      email: known?.email ?? person.email ?? null,
      role: known?.role ?? person.role ?? null,
    });
  }

  get(id: string | null): Person | undefined {
    return id === null ? undefined : this.#byId.get(id);
  }

  name(id: string | null): string | null {
    return this.get(id)?.name ?? null;
  }
}
