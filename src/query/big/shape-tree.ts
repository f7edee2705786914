/** Finds the number of a record's shape: a way through what makes it, token by token, that branches where shapes differ. */

/** What makes a shape, one after the other: numbers of texts, names of fields, values of the shape; null before what is in `extra`. */
export type Token = number | string | null;

interface Step {
  /** The last one that was taken from here: mostly the next one, too. */
  token?: Token;
  next?: Step;
  /** All that were, where they are several. */
  all?: Map<Token, Step>;
  /** Of the shape that ends here. */
  number?: number;
}

export class ShapeTree {
  private readonly first: Step = {};
  private step: Step | undefined;
  private shapes = 0;

  /** @param most shapes that get a number; the steps of others are not kept */
  constructor(private readonly most: number) {}

  begin(): void {
    this.step = this.first;
  }

  go(token: Token): void {
    const { step } = this;
    if (!step) return;
    if (step.next && step.token === token) {
      this.step = step.next;
      return;
    }
    let next = step.all?.get(token);
    if (!next && this.shapes < this.most) {
      next = {};
      if (step.next) (step.all ??= new Map([[step.token as Token, step.next]])).set(token, next);
    }
    this.step = next;
    if (!next) return;
    step.token = token;
    step.next = next;
  }

  /** The number of the shape that has been gone; undefined where there are too many. @param onNew a shape that gets its number */
  end(onNew: () => void): number | undefined {
    const { step } = this;
    if (!step || (step.number === undefined && this.shapes >= this.most)) return undefined;
    if (step.number === undefined) {
      step.number = this.shapes++;
      onNew();
    }
    return step.number;
  }
}
