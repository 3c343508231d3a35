#include "annotate/look.h"
#include "annotate/party/party.h"
#include "meeting/find/act.h"
#include "meeting/find/object.h"
#include "meeting/find/predicate.h"
#include "meeting/mention/occasion.h"

/* Who acts, and with whom, where it is not told in the verb's own clause. */

/* "Speaking in Lima after meeting A": whether nobody acts in what stands before the chunk. */
static bool is_opening(const struct finder *finder, uint32_t index)
{
    const uint64_t around = TYPE(DATE) | TYPE(TIME) | TYPE(PLACE) | TYPE(AT) | TYPE(TO);
    const struct clause *clause = &finder->clause;
    for (uint32_t i = 0; i < index; i++) {
        const bool speaks = clause_is(clause, i, TYPE(VERB)) &&
                            clause_chunk(clause, i)->begin == finder->sentence->begin &&
                            clause_verb(clause, i)->tense == TENSE_GER;
        if (!speaks && !clause_is(clause, i, around))
            return false;
    }
    return true;
}

/* "En visite lundi à Lima | pour rencontrer": whether only the journey and its aim stand before the
 * verb. */
static bool is_journey(const struct finder *finder, uint32_t verb)
{
    const uint64_t circumstances =
        TYPE(AT) | TYPE(TO) | TYPE(NOUN) | TYPE(PLACE) | TYPE(DATE) | TYPE(OF) | TYPE(ABOUT);
    for (uint32_t i = 0; i < verb; i++) {
        if (!clause_is(&finder->clause, i, circumstances))
            return false;
    }
    return verb > 0 && clause_is(&finder->clause, verb - 1, TYPE(ABOUT));
}

/* "After meeting A, B flew home": who acts behind the phrase that opens the sentence. */
uint32_t act_actor_behind(const struct finder *finder, uint32_t verb)
{
    const struct clause *clause = &finder->clause;
    const bool opening =
        verb <= 2 || is_journey(finder, verb) ||
        (clause_is(clause, verb - 1, TYPE(FOLLOWING)) && is_opening(finder, verb - 1));
    bool comma = false;
    for (uint32_t i = verb + 1; opening && i < clause->chunks.count; i++) {
        const bool attribute = /* "un dîner organisé par B, A a dit" */
            clause_is(clause, i, TYPE(VERB)) && clause_verb(clause, i)->tense == TENSE_PP;
        if (!attribute &&
            clause_is(clause, i, TYPE(VERB) | TYPE(STOP) | TYPE(SUBORDINATOR) | TYPE(RELATIVE)))
            break;
        if (comma && clause_is(clause, i, TYPE(PARTY) | TYPE(PRONOUN) | TYPE(PLURAL_PRONOUN)) &&
            clause_governor(clause, i) == 0)
            return i;
        comma |= clause_is(clause, i, TYPE(COMMA));
    }
    return CLAUSE_NONE;
}

/* "a rencontré A avant de s'entretenir avec B": whether another verb of meeting stands between. */
static bool is_of_other_verb(const struct finder *finder, uint32_t verb, uint32_t with)
{
    for (uint32_t i = verb + 1; i < with; i++) {
        if (clause_is(&finder->clause, i, TYPE(VERB)) &&
            verb_reading(finder->document, clause_verb(&finder->clause, i), LEXICON_MEETVERB))
            return true;
    }
    return false;
}

/* Whether an infinitive begins at token: one that the verbs have, or a word that ends so or stands
 * where no noun can, behind "to". */
static bool is_infinitive(const struct finder *finder, uint32_t token, bool after_to)
{
    const struct document *document = finder->document;
    const struct annotation *verb = look_at(document, token, ANNOTATION_VERB);
    if (verb && ((const struct verb *)verb->detail)->tense == TENSE_INF)
        return true;
    return look_flag(document, token, TOKEN_WORD) && !look_flag(document, token, TOKEN_CAPITAL) &&
           !document_is(document, token, CLASS(DETERMINER) | CLASS(POSSESSIVE)) &&
           (after_to || pack_word_ends(document->pack, document_text(document, token, token + 1),
                                       CLASS(INFINITIVEENDING)));
}

/* "met on Monday to approve a deal with B", "pour signer un accord avec B": a state or body behind
 * what those who met are to do there. */
bool act_aims_at(const struct finder *finder, uint32_t verb, uint32_t with)
{
    const struct document *document = finder->document;
    const struct clause *clause = &finder->clause;
    const struct party *party = party_members(clause_chunk(clause, with)->of)->at[0];
    const uint32_t end = clause_chunk(clause, with)->begin;
    if (party->type == PARTY_PERSON)
        return false; /* "met to discuss trade with President B" */
    for (uint32_t t = clause_chunk(clause, verb)->end; t + 2 < end; t++) {
        const bool to = document_is(document, t, CLASS(TO)) && !document_is(document, t, CLASS(AT));
        if ((to || document_is(document, t, CLASS(ABOUT))) && is_infinitive(finder, t + 1, to))
            return true;
    }
    return false;
}

/* "Avec B, il a discuté de Z": the other side that opens the sentence, or CLAUSE_NONE. */
static uint32_t side_ahead(const struct finder *finder, const struct act *act)
{
    enum { WITH_AT, PARTY_AT, COMMA_AT, SUBJECT_AT };
    const struct clause *clause = &finder->clause;
    return act->frame == FRAME_WITH && act->subject == SUBJECT_AT &&
                   clause_is(clause, WITH_AT, TYPE(WITH)) &&
                   clause_is(clause, PARTY_AT, TYPE(PARTY)) &&
                   clause_is(clause, COMMA_AT, TYPE(COMMA))
               ? PARTY_AT
               : CLAUSE_NONE;
}

/* "spoke by phone Monday to B", "a parlé lundi à B": whom one speaks to, a day behind the verb; or
 * CLAUSE_NONE. */
static uint32_t spoken_to(const struct finder *finder, const struct act *act)
{
    const struct clause *clause = &finder->clause;
    uint32_t i = act->index + 1;
    while (clause_is(clause, i, TYPE(DATE) | TYPE(TIME)) ||
           (clause_is(clause, i, TYPE(AT)) && clause_is(clause, i + 1, TYPE(DATE) | TYPE(TIME))))
        i++;
    if (act->frame != FRAME_WITH || act->verb->passive || i == act->index + 1)
        return CLAUSE_NONE;
    i += clause_is(clause, i, TYPE(TO) | TYPE(AT)); /* else it is one word with the article: "au" */
    if (!clause_is(clause, i, TYPE(PARTY)) || !(clause_governor(clause, i) & (TYPE(TO) | TYPE(AT))))
        return CLAUSE_NONE;
    const struct party *party = party_members(clause_chunk(clause, i)->of)->at[0];
    return party->type == PARTY_PERSON && !party->weak && !party->plural ? i : CLAUSE_NONE;
}

/* "conferred about the talks with B", "called A, her first call with B": whether the word for a
 * meeting tells what it was about, or which one it was. */
static bool is_told_of(const struct finder *finder, uint32_t noun)
{
    const struct clause *clause = &finder->clause;
    const uint32_t about = clause_preposition(clause, noun);
    if (clause_governor(clause, noun) == TYPE(ABOUT) && about != CLAUSE_NONE)
        return !look_at(finder->document, clause_chunk(clause, about)->begin, LEXICON_BEHALF);
    const uint32_t t = clause_chunk(clause, noun)->begin;
    return t > finder->sentence->begin + 2 && look_mark(finder->document, t - 3, ',') &&
           document_is(finder->document, t - 2, CLASS(POSSESSIVE)) &&
           look_at(finder->document, t - 1, LEXICON_ORDINAL);
}

/* "met B after | holding talks with C": whether what is done before or after stands between. */
static bool is_of_sequel(const struct clause *clause, uint32_t verb, uint32_t with)
{
    uint32_t i = verb + 1;
    while (i < with && !clause_is_sequel(clause, i))
        i++;
    return i < with;
}

/* "discussed relations | with China", "They discussed trade | with China": whether what was spoken
 * of goes on behind "with": a bond that one has, or anything if several spoke. */
static bool is_spoken_of(const struct finder *finder, const struct act *act, uint32_t word)
{
    const struct clause *clause = &finder->clause;
    const uint32_t token = clause_chunk(clause, word)->begin - 1;
    const bool party = clause_is(clause, act->subject, TYPE(PARTY));
    const struct party_list *who =
        party ? party_members(clause_chunk(clause, act->subject)->of) : NULL;
    const bool several = clause_is(clause, act->subject, TYPE(PLURAL_PRONOUN)) ||
                         (who && (who->count > 1 || actor_is_crowd(who->at[0])));
    const struct annotation *words = look_at(finder->document, token, LEXICON_FALSEFRIEND);
    return look_says(finder->document, words, STR("BOND")) ||
           clause_is(clause, word - 1, TYPE(OUTCOME)) ||
           (several && token >= clause_chunk(clause, act->index)->end &&
            has_thing(finder, act->index));
}

/* "met B for the first time since the war with Russia", "… amid a dispute with China": of who met
 * somebody, or spoke of something, whether a state or body told later behind "with" belongs to
 * something else. */
static bool is_of_matter(const struct finder *finder, const struct act *act, uint32_t with)
{
    const struct clause *clause = &finder->clause;
    const struct party *party = party_members(clause_chunk(clause, with)->of)->at[0];
    const uint32_t word = clause_preposition(clause, with);
    if ((party->type != PARTY_COUNTRY && party->type != PARTY_ORGANIZATION) || party->delegation ||
        word == CLAUSE_NONE ||
        look_mark(finder->document, clause_chunk(clause, word)->begin - 1, ','))
        return false;
    if (act->frame == FRAME_WITH)
        return is_spoken_of(finder, act, word);
    return act->frame == FRAME_OBJECT && act->object != CLAUSE_NONE && act->object <= with &&
           (clause_is(clause, word - 1, TYPE(OUTCOME)) || /* "after the deal with B" */
            clause_chunk(clause, word)->begin > clause_chunk(clause, word - 1)->end);
}

/* "spoke about his meeting | with B": whether B is whom the meeting told right before was with. */
static bool is_of_own_meeting(const struct finder *finder, uint32_t noun, uint32_t with)
{
    const struct label *label = &finder->labels[noun];
    return noun + 2 == with && label->possessive && kind_is_generic(label->kind);
}

/* "le comité s'est réuni, en présence de B": whether the one at the chunk only came to the sitting
 * of a body. */
static bool is_in_presence(const struct finder *finder, const struct act *act, uint32_t with)
{
    const struct clause *clause = &finder->clause;
    const uint32_t word = clause_preposition(clause, with);
    return clause_is(clause, act->subject, TYPE(PARTY)) && word != CLAUSE_NONE &&
           clause_is_beside(clause, word) &&
           party_members(clause_chunk(clause, act->subject)->of)->at[0]->type == PARTY_ORGANIZATION;
}

/* "Speaking at a meeting with B", "met A before talks on Monday with B": the other side of the
 * verb's own meeting, not of one told before "with"; or CLAUSE_NONE. */
uint32_t act_other_side(const struct finder *finder, const struct act *act)
{
    const bool needs = act->frame == FRAME_WITH; /* "spoke, during a visit, with B" */
    const uint64_t between =
        TYPE(DATE) | TYPE(TIME) | TYPE(PLACE) | TYPE(AT) | (needs ? 0 : TYPE(OF) | TYPE(COMMA));
    const uint64_t at = TYPE(AT) | TYPE(FOLLOWING) | TYPE(SIDELINE);
    const struct clause *clause = &finder->clause;
    const uint32_t with = clause_after(clause, act->index, TYPE(PARTY), TYPE(WITH));
    if (with == CLAUSE_NONE) {
        const uint32_t to = spoken_to(finder, act);
        return to == CLAUSE_NONE ? side_ahead(finder, act) : to;
    }
    if (is_of_matter(finder, act, with) || is_of_other_verb(finder, act->index, with) ||
        is_of_sequel(clause, act->index, with) || act_aims_at(finder, act->index, with) ||
        is_in_presence(finder, act, with))
        return CLAUSE_NONE;
    uint32_t noun = with < 2 ? 0 : with - 2;
    while (noun > act->index && (clause_is(clause, noun, between) ||
                                 (clause_is(clause, noun, TYPE(VERB)) &&
                                  !clause_finite(clause, noun)))) /* "talks | planned | with C" */
        noun--;
    const uint32_t preposition = clause_preposition(clause, noun);
    const bool aside = /* "were, on the sidelines of the summit, with B" */
        preposition != CLAUSE_NONE && clause_is(clause, preposition - 1, TYPE(COMMA)) &&
        clause_is(clause, with - 2, TYPE(COMMA)) && with > 2;
    return !aside && noun > act->index && clause_is(clause, noun, TYPE(NOUN)) &&
                   ((clause_governor(clause, noun) & at) || is_told_of(finder, noun) ||
                    (needs && is_of_own_meeting(finder, noun, with)))
               ? CLAUSE_NONE
               : with;
}

/* "A began a visit to Peru on Monday, | meeting B": the subject of the finite verb before the
 * comma, or CLAUSE_NONE. */
static uint32_t subject_before(const struct clause *clause, uint32_t comma)
{
    for (uint32_t i = comma; i-- > 0;) {
        if (clause_is(clause, i, TYPE(STOP) | TYPE(SUBORDINATOR) | TYPE(RELATIVE) | TYPE(COMMA)))
            break;
        if (clause_is(clause, i, TYPE(VERB)) && clause_finite(clause, i)) {
            const uint32_t subject = clause_subject(clause, i);
            return subject != CLAUSE_NONE && clause_is(clause, subject, TYPE(PARTY) | TYPE(PRONOUN))
                       ? subject
                       : CLAUSE_NONE;
        }
    }
    return CLAUSE_NONE;
}

/* "said so while receiving B": who acts in the clause before the word that opens this one. */
uint32_t act_actor_before(const struct finder *finder, uint32_t verb)
{
    const struct clause *clause = &finder->clause;
    uint32_t actor = CLAUSE_NONE;
    if (verb > 1 && clause_is(clause, verb - 1, TYPE(COMMA)))
        return subject_before(clause, verb - 1);
    if (verb < 2 || !clause_is(clause, verb - 1, TYPE(SUBORDINATOR)))
        return CLAUSE_NONE;
    for (uint32_t i = verb - 1; i-- > 0;) {
        if (clause_is(clause, i, TYPE(STOP) | TYPE(SUBORDINATOR) | TYPE(RELATIVE)))
            break;
        if (clause_is(clause, i, TYPE(PARTY) | TYPE(PRONOUN) | TYPE(PLURAL_PRONOUN)) &&
            clause_governor(clause, i) == 0)
            actor = i;
    }
    return actor;
}

/* Whether the chunk tells one person, governed by nothing. */
static bool is_person_alone(const struct finder *finder, uint32_t chunk)
{
    const struct clause *clause = &finder->clause;
    if (!clause_is(clause, chunk, TYPE(PARTY)) || clause_governor(clause, chunk) != 0)
        return false;
    const struct party *party = party_members(clause_chunk(clause, chunk)->of)->at[0];
    return party->type == PARTY_PERSON && !party->weak && !party->plural;
}

void slot_fronted_leader(const struct finder *finder, struct mention *mention, uint32_t subject,
                         enum part part)
{
    const struct clause *clause = &finder->clause;
    const bool fronted = subject == 3 && clause_is(clause, 0, TYPE(HOST)) &&
                         clause_is(clause, 1, TYPE(PARTY)) && clause_is(clause, 2, TYPE(COMMA));
    if (fronted && look_lexeme(finder->document, clause_chunk(clause, 0)->of)->part == PART_CHAIR)
        slot_parties(finder, mention, 1, part);
}

void act_beside_subject(const struct finder *finder, const struct act *act, struct mention *mention)
{
    const struct clause *clause = &finder->clause;
    const uint32_t subject = act->subject;
    const enum part part = act->frame == FRAME_JOINT ? PART_CHAIR : PART_ATTENDEE; /* "sat" */
    if (!clause_is(clause, subject, TYPE(PARTY)) || subject > act->index)
        return;
    if (subject > 1 && clause_is(clause, subject - 1, TYPE(AND)) &&
        is_person_alone(finder, subject - 2))
        slot_parties(finder, mention, subject - 2, PART_ATTENDEE);
    /* "A, accompagné de B, qui ont rencontré C" */
    const uint32_t along = subject - 1 - (subject > 1 && clause_is(clause, subject - 1, TYPE(OF)));
    if (subject > 1 && clause_is(clause, along, TYPE(ACCOMPANIED)) &&
        clause_is(clause, act->index - 1, TYPE(RELATIVE))) {
        const uint32_t owner = along - 1 - clause_is(clause, along - 1, TYPE(COMMA));
        slot_parties(finder, mention, along > 1 ? owner : CLAUSE_NONE, PART_ATTENDEE);
    }
    slot_fronted_leader(finder, mention, subject, part);
    uint32_t led = subject + 1;
    while (clause_is(clause, led, TYPE(OF) | TYPE(OUTCOME) | TYPE(PLACE) | TYPE(COMMA)))
        led++; /* "le comité de suivi de l'accord, présidé par X," */
    if (led < act->index && clause_is(clause, led, TYPE(HOST)) &&
        clause_is(clause, led + 1, TYPE(PARTY)) && led + 1 < act->index &&
        look_lexeme(finder->document, clause_chunk(clause, led)->of)->part == PART_CHAIR)
        slot_parties(finder, mention, led + 1, part);
}

const struct verb *act_told_verb(const struct finder *finder, const struct act *act)
{
    const struct clause *clause = &finder->clause;
    if (act->verb->tense != TENSE_GER || act->index == 0 ||
        !clause_is(clause, act->index - 1, TYPE(VERB)) || !clause_finite(clause, act->index - 1))
        return act->verb;
    const enum sense sense = finder_sense(finder, act->index - 1);
    return sense == SENSE_OPEN || sense == SENSE_RESUME ? clause_verb(clause, act->index - 1)
                                                        : act->verb;
}
