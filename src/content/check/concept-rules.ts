import { allCards } from '../course.ts';
import { issueAt } from '../issue.ts';
import { cardsPerKeyConcept, cardsPerKeyConceptOfOutline } from './amounts.ts';
import type { Rule } from './known.ts';

/** Each concept is one of the ten or hangs below one, and each of the ten can be learnt. */
export const conceptsCanBeLearnt: Rule = (course) => {
  const outlines = new Set(
    course.modules.filter((each) => each.module.value.status === 'outline').map((each) => each.module.value.id),
  );
  return course.concepts.flatMap((concept) => {
    const { id, isKey, below, module, lookAlikes } = concept.value;
    const issues = lookAlikes.some((other) => other.concept === id)
      ? [issueAt(concept, 'lookAlikes', 'a concept is not taken for itself')]
      : [];
    if (isKey && below !== undefined) issues.push(issueAt(concept, 'below', 'a key concept hangs below no other'));
    if (!isKey && below === undefined)
      issues.push(issueAt(concept, 'below', 'a concept that is not one of the ten hangs below one of them'));
    const needed = outlines.has(module) ? cardsPerKeyConceptOfOutline : cardsPerKeyConcept;
    const found = allCards(course).filter((card) => card.value.concept === id).length;
    if (isKey && found < needed)
      issues.push(issueAt(concept, '', `${found} cards on the key concept ${id}; at least ${needed}`));
    return issues;
  });
};
