import type { Message } from './messages';

/** Their answers are the only word of it that the program runs on. */
const RESUMES = new Set(['continue', 'next', 'stepIn', 'stepOut', 'stepBack', 'reverseContinue', 'goto']);
/** Of `invalidated`; one without any means `all`. */
const AREAS = new Set(['all', 'stacks', 'variables']);

/** Whether the program runs on behind it. */
export function isResume({ type, command, success }: Message): boolean {
    return type === 'response' && success === true && RESUMES.has(command ?? '');
}

/** Whether what is known of variables does not hold behind it. */
export function endsVariables(message: Message): boolean {
    const { event, body } = message;
    const isInvalidated = event === 'invalidated' && (body?.areas ?? ['all']).some((area) => AREAS.has(area));
    return isInvalidated || event === 'continued' || event === 'terminated' || isResume(message);
}
