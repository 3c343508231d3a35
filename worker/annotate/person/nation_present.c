#include <string.h>

#include "annotate/look.h"
#include "annotate/person/nation.h"
#include "annotate/place/spot.h"
#include "annotate/role/role.h"
#include "annotate/verb.h"

/*
 * "X a reçu l'ambassadeur Y en présence du conseiller Z.  Y assistaient A et B": whoever is with
 * the host, in an office without its state, is of the host's.
 */

enum { SENTENCES_MAX = 4 }; /* behind the one that tells who receives whom */

struct audience {
    const struct party *host, *guest;
    size_t sentence;
    bool received; /* the host is told to receive, and not only to be at home */
};

/* Whether the word at token stands in the title of the party: "roi". */
static bool has_word(const struct document *document, const struct people *people,
                     const struct party *party, uint32_t token)
{
    const struct party *titled = party->person ? people->at[party->person].titled : party;
    for (unsigned i = 0; titled && i < titled->role_count; i++) {
        for (uint32_t t = titled->roles[i]->begin; t < titled->roles[i]->end; t++) {
            if (look_token(document, t)->hash == look_token(document, token)->hash)
                return true;
        }
    }
    return false;
}

/* The frame of the verb of meeting at token, or FRAME_NONE. */
static enum frame frame_at(const struct document *document, uint32_t token)
{
    const struct annotation *group = look_at(document, token, ANNOTATION_VERB);
    const struct verb *verb = group ? group->detail : NULL;
    const struct annotation *word = verb ? verb_reading(document, verb, LEXICON_MEETVERB) : NULL;
    return word && !verb->passive ? look_lexeme(document, word)->frame : FRAME_NONE;
}

/* Whether the sentence tells a place in the state, "à Lima". */
static bool is_in(const struct document *document, const struct sentence *sentence,
                  const char *state)
{
    const uint64_t bit = KIND_BIT(ANNOTATION_PLACE);
    for (uint32_t t = look_next(document, sentence->begin, sentence->end, bit); t < sentence->end;
         t = look_next(document, t + 1, sentence->end, bit)) {
        const struct annotation *place = look_at(document, t, ANNOTATION_PLACE);
        const struct spot *spot = place ? place->detail : NULL;
        if (spot && (spot->governor & CLASS(AT)) && strcmp(spot->country, state) == 0)
            return true;
    }
    return false;
}

/* Reads who receives whom in the sentence, if it tells that; of two who met at the one's home, "A
 * s'est entretenu à Lima avec B", he is the host. */
static void read_audience(const struct document *document, const struct people *people,
                          size_t number, struct audience *audience)
{
    const struct sentence *sentence = &document->sentences.at[number];
    const uint64_t bits = KIND_BIT(ANNOTATION_PARTY) | KIND_BIT(ANNOTATION_VERB);
    const struct party *host = NULL;
    enum frame met = FRAME_NONE;
    for (uint32_t t = look_next(document, sentence->begin, sentence->end, bits); t < sentence->end;
         t = look_next(document, t + 1, sentence->end, bits)) {
        const struct party_list *list = party_list_at(document, t);
        const struct party *party = list && list->at[0]->type == PARTY_PERSON ? list->at[0] : NULL;
        if (party && met == FRAME_HOST) {
            *audience = (struct audience){host, party, number, true};
            return;
        }
        if (party && met != FRAME_NONE) {
            const char *one = people_state(people, host), *other = people_state(people, party);
            if (one[0] && is_in(document, sentence, one))
                *audience = (struct audience){host, party, number, false};
            else if (other[0] && is_in(document, sentence, other))
                *audience = (struct audience){party, host, number, false};
            return;
        }
        host = party ? party : host;
        const enum frame frame = host ? frame_at(document, t) : FRAME_NONE;
        if (frame == FRAME_HOST || frame == FRAME_OBJECT || frame == FRAME_WITH)
            met = frame;
    }
}

/* "conseiller du roi": whose officer the title tells, host or guest; the host if nobody's. */
static const struct party *served(const struct document *document, const struct people *people,
                                  const struct audience *audience, const struct party *party)
{
    const struct role *role = party->roles[0];
    for (uint32_t t = role->begin + 1; t < role->end; t++) {
        const struct annotation *office = look_at(document, t, LEXICON_OFFICE);
        if (!office || !document_is(document, t - 1, CLASS(OF) | CLASS(DETERMINER)))
            continue;
        const bool host = has_word(document, people, audience->host, t);
        const bool guest = has_word(document, people, audience->guest, t);
        return host == guest ? NULL : host ? audience->host : audience->guest;
    }
    return audience->host;
}

/* Whether the title can be that of an officer of state: not "directeur général de Velumine". */
static bool is_officer(const struct document *document, const struct party *party, enum rank rank)
{
    const struct role *role = party->roles[0];
    if (rank == RANK_AMBASSADOR) /* "X, ambassadeur, directeur de …" */
        return role->country_count == 0 && (party->role_count > 1 || role->end == role->begin + 1);
    if (rank != RANK_EXECUTIVE)
        return rank != RANK_NONE && rank != RANK_ENVOY;
    for (uint32_t t = role->begin + 1; t < role->end; t++) {
        if (look_at(document, t, LEXICON_PORTFOLIO))
            return true;
        if (look_flag(document, t, TOKEN_CAPITAL))
            return false;
    }
    return true;
}

/* Gives those told from token on, before anything is done, the state of whom they serve. */
static void settle_from(const struct document *document, struct people *people,
                        const struct audience *audience, uint32_t token, uint32_t end)
{
    for (uint32_t t = token; t < end && !look_at(document, t, ANNOTATION_VERB); t++) {
        const struct party_list *list = party_list_at(document, t);
        for (unsigned i = 0; list && i < list->count; i++) {
            const struct party *party = list->at[i];
            struct person *person = &people->at[party->person];
            const struct party *of =
                party->type == PARTY_PERSON && party->person && party->role_count
                    ? served(document, people, audience, party)
                    : NULL;
            if (of && is_officer(document, party, person->rank) &&
                (audience->received || rank_is_minister(person->rank)) && !person->country[0] &&
                !person->stateless && role_serves_state(document, party->organization, true) &&
                person->name->person != audience->guest->person)
                memcpy(person->country, people_state(people, of), 3);
        }
        if (document_is(document, t, CLASS(RELATIVE)))
            break;
    }
}

/* Where those begin who are told to be there: behind "en présence de", or "ont assisté" that opens
 * the sentence; or the end of the sentence. */
static uint32_t present_at(const struct document *document, const struct sentence *sentence)
{
    enum { LEAD = 3 };
    const uint64_t bits =
        KIND_BIT(LEXICON_WITH) | KIND_BIT(LEXICON_PRESENCE) | KIND_BIT(LEXICON_EVENTVERB);
    for (uint32_t t = look_next(document, sentence->begin, sentence->end, bits); t < sentence->end;
         t = look_next(document, t + 1, sentence->end, bits)) {
        const struct annotation *with = look_at(document, t, LEXICON_WITH);
        const struct annotation *there = look_at(document, t, LEXICON_PRESENCE);
        const struct annotation *verb = look_at(document, t, LEXICON_EVENTVERB);
        const bool opens = t < sentence->begin + LEAD;
        if (look_says(document, with, STR("BESIDE")))
            return with->end;
        if (there && opens)
            return there->end;
        if (verb && opens && look_lexeme(document, verb)->sense == SENSE_ATTEND)
            return verb->end;
    }
    return sentence->end;
}

/* Whether somebody is told from begin to end: who meets others. */
static bool tells_others(const struct document *document, uint32_t begin, uint32_t end)
{
    const uint64_t bit = KIND_BIT(ANNOTATION_PARTY);
    for (uint32_t t = look_next(document, begin, end, bit); t < end;
         t = look_next(document, t + 1, end, bit)) {
        const struct party_list *list = party_list_at(document, t);
        if (list && list->at[0]->type == PARTY_PERSON)
            return true;
    }
    return false;
}

void nation_by_presence(const struct document *document, struct people *people)
{
    struct audience audience = {NULL, NULL, 0, false};
    for (size_t i = 0; i < document->sentences.count; i++) {
        const struct sentence *sentence = &document->sentences.at[i];
        if (sentence->flags & (SENTENCE_BOILERPLATE | SENTENCE_EMPTY))
            continue;
        read_audience(document, people, i, &audience);
        if (!audience.host || i > audience.sentence + SENTENCES_MAX ||
            !people_state(people, audience.host)[0])
            continue;
        const uint32_t present = present_at(document, sentence);
        if (i == audience.sentence || !tells_others(document, sentence->begin, present))
            settle_from(document, people, &audience, present, sentence->end);
    }
}
