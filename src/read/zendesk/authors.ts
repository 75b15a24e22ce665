import type { Role } from '../../model/conversation.ts';
import { People } from '../people.ts';

/** Who is who in an account, and who asked in which ticket. */
export class Directory {
  readonly people = new People();
  readonly requesters = new Map<string, string>();

  authorsOf(ticket: string): Authors {
    return new Authors(this.people, this.requesters.get(ticket) ?? null);
  }
}

/** Who wrote in one ticket. */
export class Authors {
  readonly people: People;
  readonly requester: string | null;

  constructor(people: People, requester: string | null) {
    this.people = people;
    this.requester = requester;
  }

  /** An id that nothing is known of is nobody's: it may be a third party or a colleague who left. */
  role(id: string | null, internal: boolean): Role {
    const known = this.people.get(id)?.role ?? null;
    return known ?? (id !== null && id === this.requester ? 'customer' : internal ? 'agent' : 'unknown');
  }
}
