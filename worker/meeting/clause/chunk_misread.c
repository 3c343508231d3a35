#include "meeting/clause/chunk_misread.h"

#include "annotate/look.h"
#include "annotate/party/party.h"
#include "annotate/verb.h"
#include "meeting/clause/absence.h"
#include "meeting/clause/chunk_gathering.h"
#include "meeting/clause/chunk_place.h"
#include "meeting/clause/chunk_silent.h"
#include "meeting/clause/chunk_verb.h"

/* "his call for a truce": a noun that goes on like a verb of two words tells no meeting. */
static bool is_phrasal(const struct document *document, const struct annotation *noun)
{
    const struct annotation *verb = look_at(document, noun->begin, LEXICON_EVENTVERB);
    return verb && verb->end > noun->end && !look_at(document, noun->end, ANNOTATION_DATE) &&
           !look_at(document, noun->end + 1, ANNOTATION_DATE); /* not "held a call on Monday" */
}

/* "depuis dimanche", "à la fin du mois", "The day before, A": it belongs to a date and follows
 * nothing; not so "ahead of Friday's summit". */
static bool is_of_date(const struct document *document, const struct annotation *following)
{
    for (uint32_t t = following->begin + 1; t <= following->end; t++) {
        const struct annotation *date = look_at(document, t, ANNOTATION_DATE);
        if (date && date->end > following->end)
            return !look_clitic(document, date->end);
        if (date && date->end == following->end)
            return look_mark(document, date->end, ',');
    }
    return false;
}

/* "UN-led talks", "the Geneva-based body": neither who or where, nor a verb. */
static bool is_compound(const struct document *document, const struct annotation *annotation)
{
    const bool name = annotation->kind == ANNOTATION_PARTY || annotation->kind == ANNOTATION_PLACE;
    const uint32_t joined = name ? annotation->end : annotation->begin;
    if (!look_flag(document, joined, TOKEN_HYPHEN) || look_flag(document, joined, TOKEN_CAPITAL))
        return false;
    if (name)
        return look_flag(document, joined, TOKEN_WORD);
    const enum tense tense = ((const struct verb *)annotation->detail)->tense;
    return tense == TENSE_PP || tense == TENSE_PAST;
}

/* "G7 trade ministers": whose they are, and no summit. */
static bool is_mere_body(const struct document *document, const struct annotation *series)
{
    const struct annotation *body = look_at(document, series->begin, LEXICON_ORGANIZATION);
    const struct annotation *party = look_at(document, series->begin, ANNOTATION_PARTY);
    const bool acts = party && !chunk_numbered(document, series->begin) &&
                      party->end == series->end && !chunk_gathering_here(document, party);
    return body && body->end == series->end &&
           (acts || look_at(document, series->end, LEXICON_PORTFOLIO) || /* "urged G7 to stop" */
            look_at(document, series->end, LEXICON_GROUPNOUN) ||
            look_at(document, series->end, LEXICON_OFFICE));
}

/* "ce dernier mois": no pronoun, since a noun goes on. */
static bool is_no_latter(const struct document *document, const struct annotation *latter)
{
    const uint64_t small = CLASS(REFLEXIVE) | CLASS(NEGATION) | CLASS(RELATIVE) | CLASS(PRONOUN) |
                           CLASS(ADVERB) | CLASS(DETERMINER);
    return !document_is(document, latter->end, small) &&
           !look_flag(document, latter->end, TOKEN_PUNCT) &&
           !look_at(document, latter->end, LEXICON_AUX) &&
           !look_at(document, latter->end, ANNOTATION_VERB);
}

/* "his ministerial | colleagues": what can describe a meeting describes the noun behind it. */
static bool is_adjective(const struct document *document, const struct annotation *noun)
{
    static const uint16_t others[] = {ANNOTATION_VERB,
                                      ANNOTATION_DATE,
                                      LEXICON_AUX,
                                      LEXICON_EVENTVERB,
                                      LEXICON_BETWEEN,
                                      LEXICON_WITH,
                                      LEXICON_FOLLOWING,
                                      LEXICON_MEETNOUN,
                                      LEXICON_NEXTPREVIOUS,
                                      LEXICON_MODEPHRASE,
                                      0};
    const uint64_t small = CLASS(AT) | CLASS(TO) | CLASS(OF) | CLASS(FROM) | CLASS(BY) |
                           CLASS(AND) | CLASS(ABOUT) | CLASS(RELATIVE) | CLASS(SUBORDINATOR) |
                           CLASS(PRONOUN) | CLASS(DETERMINER) | CLASS(POSSESSIVE) |
                           CLASS(NEGATION) | CLASS(ADVERB) | CLASS(STOPWORD);
    const uint32_t next = noun->end, before = noun->begin - 1;
    if (next > noun->begin + 1 || !document_is(document, noun->begin, CLASS(MEETADJECTIVE)))
        return false;
    if (!pack_adjectives_first(document->pack) && look_flag(document, before, TOKEN_WORD) &&
        !document_is(document, before, UINT64_MAX) &&
        !look_at(document, before, LEXICON_NEXTPREVIOUS))
        return true; /* "le pacte tripartite entre" */
    return look_flag(document, next, TOKEN_WORD) && !look_flag(document, next, TOKEN_CAPITAL) &&
           !document_is(document, next, small) && !look_kinds(document, next, others) &&
           !look_at(document, next + 1, ANNOTATION_DATE);
}

/* "a strategic dialogue mechanism": what it ends with begins a phrase that means no meeting. */
static bool is_in_friend(const struct document *document, const struct annotation *noun)
{
    for (uint32_t t = noun->begin + 1; t < noun->end; t++) {
        const struct annotation *friend = look_at(document, t, LEXICON_FALSEFRIEND);
        if (friend && friend->end > noun->end)
            return true;
    }
    return false;
}

/* "the Lakes | Dialogue Forum": the word goes on in the name of a gathering. */
static bool is_of_gathering(const struct document *document, const struct annotation *noun)
{
    const struct annotation *next = look_at(document, noun->end, LEXICON_MEETNOUN);
    const enum meeting_kind kind = next ? look_lexeme(document, next)->kind : KIND_OTHER;
    return look_lexeme(document, noun)->kind == KIND_TALKS &&
           (kind == KIND_CONFERENCE || kind == KIND_SUMMIT) &&
           look_flag(document, noun->begin, TOKEN_CAPITAL) &&
           look_flag(document, next->begin, TOKEN_CAPITAL);
}

/* "l'échec du sommet": the meeting that it ends with is told too. */
static bool is_of_meeting(const struct document *document, const struct annotation *outcome)
{
    const struct annotation *last = look_at(document, outcome->end - 1, LEXICON_MEETNOUN);
    return last && last->begin > outcome->begin;
}

/* "with new President X": the word belongs to the office. */
static bool is_of_office(const struct document *document, const struct annotation *sequence)
{
    const struct annotation *party = look_at(document, sequence->end, ANNOTATION_PARTY);
    const struct annotation *prefix = look_at(document, sequence->begin, LEXICON_OFFICEPREFIX);
    const bool proper = party && look_flag(document, sequence->begin, TOKEN_CAPITAL) &&
                        !look_flag(document, sequence->begin, TOKEN_SENTENCE | TOKEN_TITLE) &&
                        look_flag(document, sequence->end, TOKEN_CAPITAL);
    if (proper && party_members(party)->at[0]->type == PARTY_ORGANIZATION)
        return true; /* "at the New Lake Secretariat" */
    return party && prefix && prefix->end == sequence->end &&
           party_members(party)->at[0]->role_count > 0 &&
           party_members(party)->at[0]->name_end > party_members(party)->at[0]->name_begin;
}

/* "un face-à-face entre A et B": a word for a meeting, and not how one was held. */
static bool is_no_mode(const struct document *document, const struct annotation *mode)
{
    const uint64_t articles = CLASS(DETERMINER) | CLASS(POSSESSIVE) | CLASS(DEMONSTRATIVE);
    const struct annotation *noun = look_at(document, mode->begin, LEXICON_MEETNOUN);
    return noun && noun->end == mode->end &&
           (document_is(document, mode->begin - 1, articles) ||
            look_at(document, mode->end, LEXICON_BETWEEN));
}

/* "at Leixo Town Hall": whether the noun ends the name of a house. */
static bool is_of_house(const struct document *document, const struct annotation *noun)
{
    const struct annotation *house =
        noun->begin > 0 ? look_at(document, noun->begin - 1, ANNOTATION_LAND) : NULL;
    return house && house->end == noun->end;
}

/* "a effectué avec succès une visite": how it is done, and with nobody. */
static bool is_manner(const struct document *document, const struct annotation *with)
{
    const struct annotation *aside = look_at(document, with->begin, LEXICON_ASIDE);
    return aside && aside->end > with->end;
}

/* "Ce responsable a rencontré B": whether the words that open a sentence stand for who was told
 * last. */
static bool is_latter(const struct document *document, const struct annotation *party)
{
    const struct annotation *latter = look_at(document, party->begin, LEXICON_LATTER);
    return latter && latter->end == party->end && look_flag(document, party->begin, TOKEN_SENTENCE);
}

bool chunk_misread(const struct document *document, const struct annotation *annotation)
{
    switch (annotation->kind) {
    case ANNOTATION_PARTY:
        return chunk_is_where(document, annotation) || absence_told(document, annotation) ||
               chunk_of_noun(document, annotation) || chunk_gathering_here(document, annotation) ||
               is_compound(document, annotation) || is_latter(document, annotation);
    case ANNOTATION_PLACE:
        return chunk_is_who(document, annotation) || is_compound(document, annotation);
    case ANNOTATION_VERB:
        return chunk_hidden_verb(document, annotation) || is_compound(document, annotation);
    case LEXICON_MEETNOUN:
        return is_phrasal(document, annotation) || is_in_friend(document, annotation) ||
               is_of_gathering(document, annotation) || chunk_comes(document, annotation) ||
               is_of_house(document, annotation) || is_adjective(document, annotation);
    case LEXICON_SERIES:
        return is_mere_body(document, annotation);
    case LEXICON_FOLLOWING:
        return is_of_date(document, annotation);
    case LEXICON_NEXTPREVIOUS:
        return is_of_office(document, annotation);
    case LEXICON_LATTER:
        return is_no_latter(document, annotation);
    case LEXICON_MODEPHRASE:
        return is_no_mode(document, annotation);
    case LEXICON_OUTCOME:
        return is_of_meeting(document, annotation);
    case LEXICON_WITH:
        return is_manner(document, annotation);
    case LEXICON_CAPACITY:
        return chunk_of_bearer(document, annotation);
    default:
        return false;
    }
}
