#include <string.h>

#include "annotate/look.h"
#include "meeting/find/act.h"
#include "meeting/find/owner.h"
#include "meeting/mention/occasion.h"

/* Whose visit it is: of those who met, whoever is not at home; whether he is only welcomed. */

uint32_t visitor_of(const struct finder *finder, uint32_t verb, uint32_t subject, uint32_t noun)
{
    const struct clause *clause = &finder->clause;
    const char *home = finder->story->people.home;
    const uint32_t other =
        clause_after(clause, verb, TYPE(PARTY), GOVERNOR_NONE | TYPE(WITH) | TYPE(TO));
    const uint32_t to = clause_after(clause, noun, TYPE(PLACE), TYPE(TO) | TYPE(OF));
    const struct spot *goal = to == CLAUSE_NONE ? NULL : clause_chunk(clause, to)->of->detail;
    if (goal && strcmp(goal->country, home) != 0)
        return subject; /* "met Y during her visit to Lima" */
    if (!home[0] || other == CLAUSE_NONE || other > noun ||
        !clause_is(clause, subject, TYPE(PARTY)))
        return subject;
    const struct party *host = party_members(clause_chunk(clause, subject)->of)->at[0];
    const struct party *guest = party_members(clause_chunk(clause, other)->of)->at[0];
    const char *from = actor_country(finder->story, guest);
    return strcmp(actor_country(finder->story, host), home) == 0 && from[0] &&
                   strcmp(from, home) != 0 && guest->type == PARTY_PERSON
               ? other
               : subject;
}

uint32_t visitor_beside(const struct finder *finder, uint32_t noun, const struct mention *mention)
{
    const struct clause *clause = &finder->clause;
    const uint32_t preposition = noun - 1;
    if (mention->kind != KIND_VISIT || mention->label.possessive || noun < 3 ||
        !clause_is(clause, preposition, TYPE(AT)) ||
        clause_chunk(clause, preposition)->end != clause_chunk(clause, noun)->begin)
        return CLAUSE_NONE;
    const uint32_t who = preposition - 1 - clause_is(clause, preposition - 1, TYPE(COMMA));
    const uint64_t governor = clause_governor(clause, who);
    if (visit_is_aside(finder, noun))
        return who; /* "received B on a visit to": of B alone */
    if (!clause_is(clause, who, TYPE(PARTY)) || !(governor & (TYPE(WITH) | TYPE(BY))) ||
        party_members(clause_chunk(clause, who)->of)->at[0]->type != PARTY_PERSON)
        return CLAUSE_NONE;
    return who;
}

/* "a reçu lundi une délégation en visite au Pérou": the guest is on a visit to where it goes. */
static bool is_visit_to(const struct finder *finder, uint32_t noun, uint32_t guest)
{
    const struct clause *clause = &finder->clause;
    if (!clause_is(clause, noun + 1, TYPE(AT) | TYPE(TO)) ||
        !clause_is(clause, noun + 2, TYPE(PLACE)))
        return false;
    uint32_t verb = guest;
    while (verb > 0 && clause_is(clause, verb, TYPE(PARTY) | TYPE(DATE) | TYPE(TIME) | TYPE(OF)))
        verb--;
    const struct annotation *word =
        clause_is(clause, verb, TYPE(VERB))
            ? verb_reading(finder->document, clause_verb(clause, verb), LEXICON_MEETVERB)
            : NULL;
    return word && look_lexeme(finder->document, word)->frame == FRAME_HOST;
}

bool visit_is_aside(const struct finder *finder, uint32_t noun)
{
    const struct clause *clause = &finder->clause;
    if (noun < 3 || finder->labels[noun].kind != KIND_VISIT || finder->labels[noun].possessive ||
        !clause_is(clause, noun - 1, TYPE(AT)))
        return false;
    const bool comma = clause_is(clause, noun - 2, TYPE(COMMA));
    const uint32_t who = noun - 2 - comma;
    const struct party_list *list =
        clause_is(clause, who, TYPE(PARTY)) ? party_members(clause_chunk(clause, who)->of) : NULL;
    return list && list->count == 1 &&
           (comma ? list->at[0]->type == PARTY_PERSON : is_visit_to(finder, noun, who));
}

uint32_t visitor_who_met(const struct finder *finder, uint32_t object, uint32_t noun)
{
    const struct clause *clause = &finder->clause;
    if (object == 0 || !clause_is(clause, object - 1, TYPE(VERB)) ||
        clause_verb(clause, object - 1)->passive)
        return CLAUSE_NONE;
    const struct annotation *word =
        verb_reading(finder->document, clause_verb(clause, object - 1), LEXICON_MEETVERB);
    for (uint32_t i = object; i < noun; i++) {
        if (clause_is(clause, i, TYPE(COMMA)))
            return CLAUSE_NONE;
    }
    const uint32_t subject = clause_subject(clause, object - 1);
    const uint8_t frame = word ? look_lexeme(finder->document, word)->frame : FRAME_NONE;
    const bool visit = finder->labels[noun].kind == KIND_VISIT;
    const bool seat = /* "visited the Lake Agency for talks with B" */
        party_members(clause_chunk(clause, object)->of)->at[0]->type == PARTY_ORGANIZATION;
    return (visit ? frame == FRAME_OBJECT : seat && frame == FRAME_VISIT) &&
                   clause_is(clause, subject, TYPE(PARTY))
               ? subject
               : CLAUSE_NONE;
}

uint32_t visitor_now(const struct finder *finder, uint32_t verb)
{
    const struct clause *clause = &finder->clause;
    return verb > 1 && clause_verb(clause, verb)->tense == TENSE_GER &&
                   clause_is(clause, verb - 1, TYPE(COMMA)) &&
                   clause_is(clause, verb - 2, TYPE(PARTY)) &&
                   document_is(finder->document, clause_chunk(clause, verb - 1)->end, CLASS(ADVERB))
               ? verb - 2
               : CLAUSE_NONE;
}

uint32_t visitor_told_by(const struct clause *clause, uint32_t chunk, bool ended)
{
    const bool comma = chunk > 1 && clause_is(clause, chunk - 1, TYPE(COMMA));
    const bool participle = comma && clause_is(clause, chunk, TYPE(VERB)) &&
                            clause_verb(clause, chunk)->tense == TENSE_PP;
    const bool relative = chunk > 0 && clause_is(clause, chunk, TYPE(RELATIVE)) && !ended;
    const uint32_t who = chunk - 1 - comma;
    return (relative || participle) && clause_is(clause, who, TYPE(PARTY)) ? who : CLAUSE_NONE;
}

enum welcome act_welcomes(const struct finder *finder, const struct act *act)
{
    const bool passive = act->verb->passive; /* "À son arrivée, il a été accueilli" */
    const struct annotation *then =          /* "He was later received by B" */
        look_within(finder->document, finder->sentence->begin,
                    clause_chunk(&finder->clause, act->index)->end, LEXICON_SEQUEL);
    /* "est arrivé à l'aéroport.  Il a été accueilli par B", "A was also received by C" */
    const bool before =
        passive && finder->number && !look_says(finder->document, then, STR("LATER")) &&
        (clause_is(&finder->clause, 0, TYPE(PRONOUN)) || told_further(finder, act->index));
    const uint32_t begin = passive ? finder->document->sentences.at[finder->number - before].begin
                                   : clause_chunk(&finder->clause, act->index)->end;
    const bool joined =
        before || (passive && clause_is(&finder->clause, act->index - 1, TYPE(AND)));
    bool by = false;
    for (uint32_t t = begin; t < finder->sentence->end; t++) {
        const struct annotation *verb = look_at(finder->document, t, LEXICON_MEETVERB);
        if (joined && verb && look_lexeme(finder->document, verb)->frame == FRAME_ARRIVE &&
            verb->tag == TAG_PAST)
            return WELCOME_ARRIVAL; /* "arrived in Lima and was received by B" */
        const struct annotation *words = look_at(finder->document, t, LEXICON_WELCOME);
        if (words && !look_says(finder->document, words, STR("BY")))
            return WELCOME_ARRIVAL;
        by |= words != NULL;
    }
    return by ? WELCOME_BY : WELCOME_NONE;
}

bool act_greets(const struct finder *finder, const struct act *act)
{
    for (uint32_t i = act->index + 1; i < finder->clause.chunks.count; i++) {
        if (clause_is(&finder->clause, i, TYPE(STOP) | TYPE(VERB) | TYPE(RELATIVE)))
            break;
        if (clause_is(&finder->clause, i, TYPE(NOUN)) && kind_is_gathering(finder->labels[i].kind))
            return act_welcomes(finder, act) != WELCOME_NONE;
    }
    return false;
}
