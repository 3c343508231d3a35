#include <string.h>

#include "annotate/look.h"
#include "meeting/mention/occasion.h"
#include "meeting/resolve/resolve.h"

/* "World Bank Managing Director X": whether the office is in a body that states have together, or
 * in a bank of theirs. */
static bool is_of_body(const struct story *story, const struct party *party)
{
    const struct party *titled =
        party->person ? story->people.at[party->person].titled : party; /* NULL: no title */
    const struct annotation *body = titled ? titled->organization : NULL;
    if (!body || !look_at(story->document, body->begin, LEXICON_ORGANIZATION))
        return false;
    const uint8_t kind =
        look_lexeme(story->document, look_at(story->document, body->begin, LEXICON_ORGANIZATION))
            ->body;
    return kind == BODY_BODY || kind == BODY_AGENCY || kind == BODY_BANK;
}

/* Whether a state or somebody in office is among the parties: no soldiers. */
static bool has_officials(const struct story *story, const struct mention *mention)
{
    for (unsigned i = 0; i < mention->party_count; i++) {
        const struct party *party = mention->parties[i].party;
        const enum rank rank = party->person ? story->people.at[party->person].rank : party->rank;
        const bool troops = party->type == PARTY_GROUP && rank == RANK_MILITARY;
        if ((rank != RANK_NONE && rank != RANK_EXECUTIVE && !troops) ||
            (rank == RANK_EXECUTIVE && is_of_body(story, party)) || party->type == PARTY_COUNTRY ||
            party->delegation)
            return true;
    }
    return false;
}

/* "Macron se rendra à Berlin", "Macron has spoken to Putin": whether a leader whom world news names
 * without his office travels on a told day or to a town, or two such talk. */
static bool is_of_figure(const struct story *story, const struct mention *mention)
{
    const struct spot *spot = mention->place ? mention->place->detail : NULL;
    const bool visit = mention->kind == KIND_VISIT;
    unsigned figures = 0;
    for (unsigned i = 0; i < mention->party_count; i++) {
        const struct party *party = mention->parties[i].party;
        figures += (party->person ? story->people.at[party->person].figure : party->figure) != NULL;
    }
    return visit ? figures > 0 && (mention->date || (spot && spot->city)) : figures > 1;
}

static bool has_full_name(const struct mention *mention)
{
    for (unsigned i = 0; i < mention->party_count; i++) {
        const struct party *party = mention->parties[i].party;
        if (party->type == PARTY_PERSON && !party->weak && party->name_end - party->name_begin > 1)
            return true;
    }
    return false;
}

/* Whether somebody in office visits somebody. */
static bool has_host(const struct story *story, const struct mention *mention)
{
    bool host = false;
    for (unsigned i = 0; i < mention->party_count; i++)
        host |= mention->parties[i].part == PART_HOST;
    return host && has_officials(story, mention);
}

/* "s'envolera pour Washington", of the president there: whether all who travel come home to their
 * own capital. */
static bool is_homecoming(const struct story *story, const struct mention *mention)
{
    enum { CAPITAL_COLUMN = 6 };
    const struct spot *spot = mention->place ? mention->place->detail : NULL;
    if (!mention->verb || !mention->official || mention->kind != KIND_VISIT || !spot ||
        !spot->city || mention->party_count == 0 ||
        !str_equal(pack_column(story->document->pack, spot->city->value, CAPITAL_COLUMN),
                   STR("CAPITAL")))
        return false;
    bool home = false; /* "A and his ministers arrived": who came along is no matter */
    for (unsigned i = 0; i < mention->party_count; i++) {
        const struct party *party = mention->parties[i].party;
        if (party->type == PARTY_GROUP)
            continue;
        if (party->type != PARTY_PERSON || strcmp(actor_country(story, party), spot->country) != 0)
            return false;
        home = true;
    }
    return home;
}

/* "un chef d'État étranger": whoever has the office; nobody in particular. */
static bool is_anyone(const struct document *document, const struct party *party)
{
    const bool article = document_is(document, party->begin, CLASS(INDEFINITE)) ||
                         (document_is(document, party->begin, CLASS(OF)) &&
                          document_is(document, party->begin + 1, CLASS(INDEFINITE)));
    return article && party->name_end == party->name_begin && !party->country[0];
}

/* "Une visite d'État est celle d'un chef d'État chez son homologue": what is told in general. */
static bool is_general(const struct story *story, const struct mention *mention)
{
    bool anyone = false;
    for (unsigned i = 0; i < mention->party_count; i++) {
        const struct party *party = mention->parties[i].party;
        if (party->name_end > party->name_begin)
            return false;
        anyone |= is_anyone(story->document, party);
    }
    return anyone && !mention->date && !mention->place;
}

/* "à l'occasion de la visite du président", "en tournée en Afrique": somebody in office, and
 * something that was done. */
static bool is_occasion(const struct story *story, const struct mention *mention)
{
    const bool known = mention->label.definite || mention->label.possessive;
    const bool told = (mention->sideline || mention->during) && known;
    return (told || mention->under_way) && has_officials(story, mention);
}

/* "The meeting was held on Monday in Lima in the presence of A", "The talks began on Monday with
 * A": whether its own words tell enough, though others may have told it before. */
static bool tells_enough(const struct story *story, const struct mention *mention)
{
    return !mention->verb && mention->party_count > 0 && mention->date &&
           (mention->place || mention->opening) &&
           look_at(story->document, mention->trigger.begin, LEXICON_MEETNOUN);
}

/* "The two will meet again": those told before, who were not found. */
static bool is_unfound(const struct document *document, const struct mention *mention)
{
    const struct party *party = mention->party_count == 1 ? mention->parties[0].party : NULL;
    return party && mention->verb && party->type == PARTY_GROUP &&
           party->name_end == party->name_begin + 1 &&
           document_is(document, party->name_begin, CLASS(PAIR));
}

/* "Le dialogue entre A et B doit se poursuivre", "the talks continue": a process, if nothing tells
 * when or where. */
static bool is_process(const struct story *story, const struct mention *mention)
{
    const bool talks = mention->kind == KIND_TALKS || mention->kind == KIND_NEGOTIATION;
    if (mention->verb || !talks || mention->date || mention->place || mention->until ||
        mention->time || mention->days || mention->label.sequence != SEQUENCE_NONE ||
        mention_in_title(story, mention))
        return false;
    for (uint32_t t = mention->status_words.begin; t < mention->status_words.end; t++) {
        const struct annotation *word = look_at(story->document, t, LEXICON_EVENTVERB);
        if (word && look_lexeme(story->document, word)->sense == SENSE_CONTINUE)
            return true;
    }
    return false;
}

/* Whether the word at token is a name that no list has. */
static bool is_strange(const struct document *document, uint32_t token)
{
    for (const struct annotation *a = document->first[token]; a; a = a->next) {
        if (a->kind != ANNOTATION_NAME && a->kind != ANNOTATION_PARTY)
            return false;
    }
    return look_flag(document, token, TOKEN_CAPITAL) && !look_flag(document, token, TOKEN_UPPER);
}

/* "au sommet du Karvel": of a hill, if nothing is told but a name that no list has. */
static bool is_hilltop(const struct story *story, const struct mention *mention)
{
    bool strange = false;
    if (mention->kind != KIND_SUMMIT || mention->party_count > 0 || mention->place ||
        mention->status_told || mention->label.edition > 0)
        return false;
    for (uint32_t t = mention->trigger.begin + 1; t < mention->trigger.end; t++) {
        if (look_flag(story->document, t, TOKEN_CAPITAL) && !is_strange(story->document, t))
            return false;
        strange |= is_strange(story->document, t);
    }
    return strange;
}

/* "a remercié le président pour son soutien durant son séjour au Bénin": of ambassadors, who live
 * there. */
static bool is_posting(const struct story *story, const struct mention *mention)
{
    const struct spot *spot = mention->place ? mention->place->detail : NULL;
    if (mention->kind != KIND_VISIT || mention->verb || !mention->label.possessive ||
        mention->date || (spot && spot->city))
        return false;
    unsigned ambassadors = 0;
    for (unsigned i = 0; i < mention->party_count; i++)
        ambassadors += person_rank(story, mention->parties[i].party) == RANK_AMBASSADOR;
    return ambassadors > 0 && ambassadors == mention->party_count;
}

bool mention_stands_alone(const struct story *story, const struct mention *mention)
{
    if ((mention->joining && !tells_enough(story, mention)) || is_general(story, mention) ||
        is_unfound(story->document, mention) || is_homecoming(story, mention) ||
        is_process(story, mention) || is_hilltop(story, mention) || is_posting(story, mention))
        return false;
    const unsigned parties = mention->party_count;
    if (mention->apposed && mention->label.name.begin == mention->label.name.end)
        return false; /* "…, a meeting that": tells another again */
    if (mention->kind == KIND_CALL && parties == 0 && !mention->date && !mention->pronoun)
        return false; /* "des coups de téléphone ont été passés" */
    if (mention->official && !has_officials(story, mention) && !is_of_figure(story, mention) &&
        (mention->verb || !mention->place || !has_full_name(mention)))
        return false;
    const bool named = mention->label.name.end > mention->label.name.begin;
    const bool told =
        mention->date || mention->place || mention->journey || mention->moved_to || mention->until;
    if (mention->verb)
        return parties > 0 || named;
    if (mention->kind == KIND_VISIT)
        return parties > 0 && (told || mention->status_told || is_occasion(story, mention) ||
                               has_host(story, mention));
    if (named)
        return mention->label.proper || told || mention->status_told || parties > 0 ||
               mention->sideline || mention->agenda;
    const bool known = mention->label.definite || mention->label.possessive;
    if ((mention->date || mention->until) && mention->place &&
        (mention->status_told ? known || kind_is_gathering(mention->kind) || mention->label.plural
                              : known && !kind_is_generic(mention->kind)))
        return true; /* "des négociations ont repris jeudi à Lyon", "tient son congrès" */
    if (mention->date && mention->status_told && mention->label.plural && mention->label.bare &&
        (mention->kind == KIND_NEGOTIATION || mention->opening))
        return true; /* "negotiations will resume on Monday" */
    const bool off = (mention->status == STATUS_POSTPONED || mention->status == STATUS_CANCELLED ||
                      mention->moved_to) &&
                     (mention->kind == KIND_NEGOTIATION || (known && mention->label.plural));
    return parties > 1 || (parties == 1 && (told || mention->strong || mention->agenda)) ||
           ((mention->strong || off) && told); /* "negotiations due in Lima were put off" */
}

void mention_hands_over(const struct story *story, const struct mention *journey,
                        struct mention *next)
{
    enum { WORDS_MAX = 12 };
    const struct document *document = story->document;
    if (!next || !journey->verb || journey->kind != KIND_VISIT || !journey->place ||
        next->kind == KIND_VISIT || next->sentence != journey->sentence ||
        next->trigger.begin > journey->place->end + WORDS_MAX)
        return;
    for (uint32_t t = journey->trigger.end; t < next->trigger.begin; t++) {
        if (look_at(document, t, LEXICON_FOLLOWING) ||
            document_is(document, t, CLASS(SUBORDINATOR)))
            return; /* "flew to Vienna after talks with B" */
    }
    if (!next->place)
        next->place = journey->place;
    if (!next->date && !kind_is_gathering(next->kind))
        next->date = journey->date;
}
