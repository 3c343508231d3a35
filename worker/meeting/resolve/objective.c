#include "annotate/look.h"
#include "meeting/mention/occasion.h"
#include "meeting/resolve/resolve.h"

/* Who "him" is: the last who was spoken of, and who is not the one who met him. */

enum { OBJECTIVE_SENTENCES = 2 };

/* Whether words that govern what follows end at token. */
static bool governs(const struct document *document, uint32_t token)
{
    enum { WORDS_MAX = 4 };
    static const uint16_t kinds[] = {LEXICON_WITH,      LEXICON_BETWEEN,  LEXICON_HOST,
                                     LEXICON_FOLLOWING, LEXICON_SIDELINE, LEXICON_ACCOMPANIED};
    for (uint32_t back = 1; back <= WORDS_MAX && back <= token; back++) {
        for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
            const struct annotation *words = look_at(document, token - back, kinds[i]);
            if (words && words->end == token)
                return true;
        }
    }
    return false;
}

bool party_is_governed(const struct document *document, const struct party *party)
{
    const uint64_t prepositions =
        CLASS(OF) | CLASS(AT) | CLASS(TO) | CLASS(BY) | CLASS(FROM) | CLASS(ABOUT);
    uint32_t t = party->begin;
    if (document_is(document, t, CLASS(DETERMINER)) && document_is(document, t, prepositions))
        return true; /* "du ministre" */
    while (t > 0 && document_is(document, t - 1, CLASS(DETERMINER) | CLASS(POSSESSIVE)) &&
           !document_is(document, t - 1, prepositions))
        t--;
    return (t > 0 && document_is(document, t - 1, prepositions)) || governs(document, t);
}

/* What "him" or "her" beside the trigger tells. */
static enum gender gender_told(const struct document *document, const struct mention *mention)
{
    enum { WORDS_AHEAD = 8 };
    const uint32_t end = document->sentences.at[mention->sentence].end;
    for (uint32_t t = mention->trigger.end; t < end && t < mention->trigger.end + WORDS_AHEAD;
         t++) {
        if (document_is(document, t, CLASS(OBJECTIVE)))
            return gender_of_pronoun(document, t);
    }
    return GENDER_UNKNOWN;
}

/* The first person in the span who is not in the mention: whom nothing governs; else, if told
 * to, the last of all. */
static const struct party *person_in(const struct story *story, const struct mention *mention,
                                     struct span span, bool whoever)
{
    const enum gender gender = gender_told(story->document, mention);
    const struct party *found = NULL;
    for (uint32_t t = span.begin; t < span.end; t++) {
        const struct annotation *annotation = look_at(story->document, t, ANNOTATION_PARTY);
        if (!annotation || annotation->end > span.end)
            continue;
        const struct party *party = party_members(annotation)->at[0];
        if (party->type != PARTY_PERSON || party->plural || party->weak || party->companion ||
            actor_among(story, party, mention->parties, mention->party_count) ||
            !gender_agrees(gender, party_gender(story, party)))
            continue;
        if (!party_is_governed(story->document, party))
            return party;
        found = party;
    }
    return whoever ? found : NULL;
}

static bool has_office(const struct story *story, const struct party *party)
{
    const enum rank rank = party->person ? story->people.at[party->person].rank : party->rank;
    return rank != RANK_NONE;
}

void resolve_objective(const struct story *story, struct mention *mention)
{
    const struct sentence *sentences = story->document->sentences.at;
    const uint32_t here = mention->sentence;
    const struct party *person = person_in(
        story, mention, (struct span){sentences[here].begin, mention->trigger.begin}, true);
    for (uint32_t back = 1; !person && back <= OBJECTIVE_SENTENCES && back <= here; back++) {
        const struct sentence *at = &sentences[here - back];
        if (!(at->flags & SENTENCE_BOILERPLATE))
            person = person_in(story, mention, (struct span){at->begin, at->end}, back == 1);
    }
    bool office = person && has_office(story, person);
    for (unsigned i = 0; i < mention->party_count; i++)
        office |= has_office(story, mention->parties[i].party);
    if (!person || !office || mention->party_count == 0 ||
        mention->party_count == MENTION_PARTIES) {
        mention->joining = true;
        return;
    }
    const enum part part = mention->hosting ? PART_VISITOR : PART_ATTENDEE;
    mention->parties[mention->party_count++] = (struct slot){person, part};
}
