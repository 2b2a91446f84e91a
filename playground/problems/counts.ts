// How many problems and questions there are, in words. A Tip is a question for the author; everything else is a problem.
import type { Problem } from "@formwork/compiler/diagnostics/problem.ts";

/** True: worth a look and maybe right as it is. False: something to mend. */
export function isQuestion(problem: Problem): boolean {
  return problem.severity === "tip";
}

/** "1 problem", "2 problems"; nothing for none. */
export function problemsInWords(problems: readonly Problem[]): string | undefined {
  return counted(problems.filter((problem) => !isQuestion(problem)).length, "problem", "problems");
}

/** "1 question for you"; nothing for none. */
export function questionsInWords(problems: readonly Problem[]): string | undefined {
  const words = counted(problems.filter(isQuestion).length, "question", "questions");
  return words && `${words} for you`;
}

function counted(count: number, one: string, many: string): string | undefined {
  return count === 0 ? undefined : `${count} ${count === 1 ? one : many}`;
}
