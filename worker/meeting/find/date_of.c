#include "annotate/look.h"
#include "annotate/party/party.h"
#include "meeting/find/find.h"
#include "meeting/find/when.h"

/* Which of the days that a clause tells are those of something else: of an attack, of what somebody
 * said or asked, of what an aside or the next clause tells. */

/* "depuis sa prise de fonction le 1er mai", "since his election in May": since that. */
static bool is_since_other(const struct finder *finder, const struct mention *mention,
                           uint32_t token)
{
    enum { WORDS_BACK = 18 };
    const struct document *document = finder->document;
    const uint64_t since = CLASS(SINCE);
    const uint32_t left = token - finder->sentence->begin + (finder->sentence->begin > 0);
    const uint32_t window = left < WORDS_BACK + 1 ? left : WORDS_BACK + 1;
    if (!(look_classes(document, token - window, token) & since))
        return false; /* nearly always */
    bool plain = false, acted = false, joined = false;
    for (uint32_t back = 1; back <= WORDS_BACK && token >= finder->sentence->begin + back; back++) {
        const uint32_t t = token - back;
        const struct annotation *words = look_at(document, t, ANNOTATION_VERB);
        const struct verb *verb = words ? words->detail : NULL;
        if (verb && t > 0 && document_is(document, t - 1, since))
            return true; /* "since agreeing on a treaty in March" */
        if (look_flag(document, t, TOKEN_PUNCT) || (verb && acted))
            return false;
        acted |= verb != NULL;               /* "since the war ended in May" */
        if (document_is(document, t, since)) /* not "depuis sa rencontre avec A en mai" */
            return plain && (joined || mention->trigger.begin < t || mention->trigger.end > token);
        joined |= t >= mention->trigger.end && document_is(document, t, CLASS(AND));
        const struct annotation *party = look_at(document, t, ANNOTATION_PARTY);
        plain |=
            party && party_members(party)->at[0]->type == PARTY_PERSON; /* "since A on May 9" */
        plain |= !document_is(document, t, CLASS(DETERMINER)) && word_is_plain(finder, mention, t);
    }
    return false;
}

/* Whether a word that is no small one stands between two tokens. */
static bool is_plain_between(const struct document *document, uint32_t begin, uint32_t end)
{
    while (begin < end && word_is_small(document, begin))
        begin++;
    return begin < end;
}

/* "A, who was in Oslo on Monday, | said Kenya backs the talks", "| held talks": whether the mention
 * is told by what stands behind the comma that ends an aside at chunk. */
static bool is_told_behind(const struct finder *finder, const struct mention *mention,
                           uint32_t chunk)
{
    const struct clause *clause = &finder->clause;
    uint32_t i = chunk + 1;
    while (clause_is(clause, i, TYPE(DATE) | TYPE(TIME) | TYPE(PLACE) | TYPE(AT)))
        i++;
    return clause_is(clause, i, TYPE(COMMA)) && clause_is(clause, i + 1, TYPE(VERB)) &&
           clause_finite(clause, i + 1) &&
           clause_chunk(clause, i + 1)->begin < mention->trigger.begin;
}

/* "le ministre, A, s'est rendu lundi à Y": whether the clause goes on behind the comma. */
static bool goes_on_behind(const struct finder *finder, uint32_t comma)
{
    const struct clause *clause = &finder->clause;
    const uint32_t end = clause_chunk(clause, comma)->end;
    if (look_at(finder->document, end, LEXICON_AUX) &&
        !look_at(finder->document, end, ANNOTATION_VERB))
        return true; /* "A, ministre, a prononcé lundi un discours au forum" */
    return clause_is(clause, comma + 1, TYPE(VERB)) && clause_finite(clause, comma + 1) &&
           !verb_reading(finder->document, clause_verb(clause, comma + 1), LEXICON_SPEECHVERB);
}

/* "A, | who": whether the chunk stands behind somebody and a comma. */
static bool follows_party(const struct clause *clause, uint32_t index)
{
    return index > 1 && clause_is(clause, index - 1, TYPE(COMMA)) &&
           clause_is(clause, index - 2, TYPE(PARTY));
}

bool chunk_in_aside(const struct finder *finder, const struct mention *mention, uint32_t date)
{
    const uint64_t passed = TYPE(DATE) | TYPE(TIME) | TYPE(PLACE) | TYPE(AT) | TYPE(TO) | TYPE(OF) |
                            TYPE(FROM) | TYPE(POSSESSIVE) | TYPE(BY) | TYPE(ABOUT) | TYPE(WITH) |
                            TYPE(VERB) | TYPE(CAPACITY);
    const struct clause *clause = &finder->clause;
    const bool through = mention->verb || is_told_behind(finder, mention, date);
    bool told = false, acted = false;
    for (uint32_t i = date;
         i-- > 0 && clause_chunk(clause, date)->begin < mention->trigger.begin;) {
        told |= is_plain_between(finder->document, clause_chunk(clause, i)->end,
                                 clause_chunk(clause, i + 1)->begin);
        if (clause_is(clause, i, TYPE(RELATIVE))) /* not "the list of talks, which begins Monday" */
            return told && (mention->verb || !acted || follows_party(clause, i));
        if (clause_is(clause, i, TYPE(COMMA)))
            return told && i > 0 && clause_is(clause, i - 1, TYPE(PARTY)) &&
                   clause_chunk(clause, i - 1)->end == clause_chunk(clause, i)->begin &&
                   !goes_on_behind(finder, i);
        if (!clause_is(clause, i, passed) || (clause_is(clause, i, TYPE(VERB)) && !through))
            return false;
        acted |= clause_is(clause, i, TYPE(VERB));
        told |= acted || clause_is(clause, i, TYPE(CAPACITY)); /* "who was elected" */
    }
    return false;
}

/* "days after the June 2 vote": the day says which vote it is. */
static bool is_attribute(const struct finder *finder, const struct mention *mention,
                         const struct annotation *words)
{
    const struct document *document = finder->document;
    const bool clitic = look_clitic(document, words->end);
    const uint32_t noun = words->end + clitic;
    return words->begin > finder->sentence->begin && noun < finder->sentence->end &&
           (clitic || document_is(document, words->begin - 1, CLASS(DETERMINER))) &&
           word_is_plain(finder, mention, noun) && !word_is_small(document, noun);
}

/* "un calendrier avant le 31 janvier", "after Easter": a limit, unless the word for the meeting
 * follows, "before Monday's talks". */
static bool is_limit(const struct finder *finder, const struct mention *mention,
                     const struct annotation *words)
{
    enum { WORDS_BETWEEN = 4 };
    const struct document *document = finder->document;
    uint32_t t = words->begin;
    while (t > finder->sentence->begin && document_is(document, t - 1, CLASS(DETERMINER)))
        t--;
    if (t == finder->sentence->begin)
        return false;
    const struct annotation *when = look_at(document, t - 1, LEXICON_FOLLOWING);
    const struct str side = when ? pack_column(document->pack, when->value, 0) : STR("");
    const bool follows = !mention->verb && mention->trigger.begin >= words->end &&
                         mention->trigger.begin - words->end < WORDS_BETWEEN;
    return (str_equal(side, STR("BEFORE")) || str_equal(side, STR("AFTER"))) && when->end == t &&
           !follows && !look_clitic(document, words->end) &&
           !document_is(document, t - 1, CLASS(SINCE) | CLASS(UNTIL));
}

/* "dans la soirée | de mardi": whether a part of the day ends at token. */
static bool is_part_of_day(const struct finder *finder, uint32_t token)
{
    enum { WORDS_BACK = 4 };
    for (uint32_t back = 1; back <= WORDS_BACK && finder->sentence->begin + back <= token; back++) {
        const struct annotation *part = look_at(finder->document, token - back, LEXICON_ASIDE);
        const struct annotation *period =
            look_at(finder->document, token - back, LEXICON_DAYPERIOD); /* "le matin du 3 mai" */
        if ((part && part->end == token) || (period && period->end == token))
            return true;
    }
    return false;
}

/* "l'attentat | du 3 mai", "le coup d'État | de lundi": whether something that is no meeting is
 * told by the word at token, or by one that has it behind "of". */
static bool is_thing(const struct finder *finder, const struct mention *mention, uint32_t token)
{
    return word_is_plain(finder, mention, token) ||
           (token > finder->sentence->begin + 1 &&
            document_is(finder->document, token - 1, CLASS(OF)) &&
            word_is_plain(finder, mention, token - 2));
}

/* "après l'attentat du 3 mai", "Monday's vote": the day of something else. */
static bool is_of_another(const struct finder *finder, const struct mention *mention,
                          const struct annotation *words)
{
    const struct document *document = finder->document;
    const struct date *date = words->detail;
    const uint32_t begin = words->begin, first = finder->sentence->begin;
    if (is_since_other(finder, mention, begin) || is_attribute(finder, mention, words) ||
        is_limit(finder, mention, words) || day_is_of_bound(finder, mention, words))
        return true;
    if ((begin > first + 1 && document_is(document, begin - 2, CLASS(ONWARD))) ||
        look_clitic(document, words->end))
        return false; /* "à partir de lundi", "the outcome of Saturday's summit" */
    const bool told = date->day || date->weekday || (date->year && (!date->month || mention->verb));
    const bool the = begin > first &&
                     document_is(document, begin - 1, CLASS(DETERMINER) | CLASS(DEMONSTRATIVE)) &&
                     !document_is(document, begin - 1, CLASS(OF)); /* "de | l' | année 2027" */
    const uint32_t of = begin - the;
    return of > first + 1 && !date->day2 && !date->month2 && told &&
           document_is(document, of - 1, CLASS(OF)) && is_thing(finder, mention, of - 2) &&
           !is_part_of_day(finder, of - 1);
}

/* "said Monday they will meet", "said on Monday A met B": the day is of what was said; not that in
 * "said at Monday's meeting", "a dit lundi A après avoir rencontré B". */
static bool is_of_speech(const struct finder *finder, const struct mention *mention, uint32_t index)
{
    const struct clause *clause = &finder->clause;
    const uint32_t begin = clause_chunk(clause, index)->begin;
    const bool at = document_is(finder->document, begin - 1, CLASS(AT));
    return begin < mention->trigger.begin && index > 0 &&
           !look_clitic(finder->document, clause_chunk(clause, index)->end) &&
           look_at(finder->document, begin - 1 - at, LEXICON_SPEECHVERB) &&
           clause_speaker_behind(clause, index - 1) != index + 1 &&
           clause_is(clause, index + 1,
                     TYPE(PARTY) | TYPE(PRONOUN) | TYPE(PLURAL_PRONOUN) | TYPE(NOUN)) &&
           clause_chunk(clause, index + 1)->begin <= mention->trigger.begin &&
           (mention->verb || clause_chunk(clause, index)->end < mention->trigger.begin);
}

/* "A met B, and on Monday, C visited X": the day opens the next clause. */
static bool is_of_next(const struct finder *finder, const struct mention *mention, uint32_t index)
{
    const struct clause *clause = &finder->clause;
    const uint32_t before = index - clause_is(clause, index - 1, TYPE(AT) | TYPE(TO));
    const uint32_t who = index + 1 + clause_is(clause, index + 1, TYPE(COMMA));
    return clause_chunk(clause, index)->begin > mention->trigger.begin && before > 0 &&
           clause_is(clause, before - 1, TYPE(AND)) &&
           clause_is(clause, who, TYPE(PARTY) | TYPE(PRONOUN) | TYPE(PLURAL_PRONOUN)) &&
           clause_is(clause, who + 1, TYPE(VERB));
}

/* "urged B on Tuesday to meet C": the day behind whom somebody asks, before what he is to do. */
static bool is_of_request(const struct finder *finder, const struct mention *mention,
                          uint32_t index)
{
    const struct clause *clause = &finder->clause;
    const uint32_t asked = index - clause_is(clause, index - 1, TYPE(AT));
    const uint32_t act = clause_chunk(clause, index)->end;
    return mention->status == STATUS_PROPOSED && asked > 1 &&
           clause_chunk(clause, index)->begin < mention->trigger.begin &&
           clause_is(clause, asked - 1, TYPE(PARTY)) && clause_is(clause, asked - 2, TYPE(VERB)) &&
           clause_finite(clause, asked - 2) && document_is(finder->document, act, CLASS(TO));
}

/* "agreed on a truce, to begin on Monday", "Talks end, ceasefire to begin Sunday": the day on which
 * what came of it is to begin. */
static bool is_of_outcome(const struct finder *finder, const struct mention *mention,
                          uint32_t begin)
{
    enum { WORDS_BACK = 6 };
    const struct document *document = finder->document;
    for (uint32_t t = begin; t-- > mention->trigger.end + 1 && begin - t <= WORDS_BACK;) {
        if (look_flag(document, t, TOKEN_PUNCT))
            return false;
        if (document_is(document, t, CLASS(TO)) && !document_is(document, t, CLASS(AT)))
            return !document_is(document, t + 1, CLASS(DETERMINER) | CLASS(POSSESSIVE)) &&
                   look_ends(document, t - look_mark(document, t - 1, ','), LEXICON_OUTCOME);
    }
    return false;
}

/* "sa décision de démissionner fin novembre", "qui compte démissionner en juin": the day on which
 * something is done that no list has. */
static bool is_of_infinitive(const struct finder *finder, uint32_t begin)
{
    const struct document *document = finder->document;
    const uint64_t endings = pack_class(document->pack, "infinitiveending");
    uint32_t t = begin;
    while (t > finder->sentence->begin + 1 &&
           document_is(document, t - 1, CLASS(AT) | CLASS(DETERMINER)))
        t--;
    return endings && t > finder->sentence->begin + 1 && look_unread(document, t - 1) &&
           pack_word_ends(document->pack, document_text(document, t - 1, t), endings);
}

bool day_is_anothers(const struct finder *finder, const struct mention *mention, uint32_t index)
{
    const struct annotation *words = clause_chunk(&finder->clause, index)->of;
    return is_of_another(finder, mention, words) || is_of_outcome(finder, mention, words->begin) ||
           day_is_of_participle(finder->document, mention, words) ||
           is_of_speech(finder, mention, index) || chunk_in_aside(finder, mention, index) ||
           is_of_next(finder, mention, index) || is_of_request(finder, mention, index) ||
           is_of_infinitive(finder, words->begin);
}
