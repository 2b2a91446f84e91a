// How the grammar finds out which way a line goes on: chevrotain's own look-ahead, worked out for a place in the grammar when a line first gets there.
import { type IParserConfig, LLkLookaheadStrategy } from "chevrotain";

type Strategy = NonNullable<IParserConfig["lookaheadStrategy"]>;
type Alternation = Parameters<Strategy["buildLookaheadForAlternation"]>[0];
type Optional = Parameters<Strategy["buildLookaheadForOptional"]>[0];

/** A text uses few of all the places where lines may differ: working them all out at the start took a fourth of the time of a short check. */
export class LookAheadWhenNeeded extends LLkLookaheadStrategy {
  override buildLookaheadForAlternation(place: Alternation) {
    const build = () => super.buildLookaheadForAlternation(place);
    let built: ReturnType<typeof build> | undefined;
    return function choose(this: unknown, ways: Parameters<ReturnType<typeof build>>[0]): number | undefined {
      built ??= build();
      return built.call(this, ways);
    };
  }

  override buildLookaheadForOptional(place: Optional) {
    const build = () => super.buildLookaheadForOptional(place);
    let built: ReturnType<typeof build> | undefined;
    return function isThere(this: unknown): boolean {
      built ??= build();
      return built.call(this);
    };
  }
}
