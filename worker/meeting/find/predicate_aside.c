#include "meeting/find/predicate_aside.h"

#include "annotate/look.h"
#include "meeting/clause/status.h"
#include "meeting/find/owner.h"
#include "meeting/find/predicate.h"

/* "fera une visite en Grèce le 3 mai, a annoncé son cabinet": who says it stands behind. */
bool aside_attributes(const struct finder *finder, uint32_t noun, uint32_t index)
{
    const struct verb *verb = clause_verb(&finder->clause, index);
    const uint32_t comma = /* ", his office announced", ", a-t-il annoncé" */
        index - 1 - clause_is(&finder->clause, index - 1, TYPE(POSSESSIVE) | TYPE(PRONOUN));
    return comma > noun + 1 && clause_is(&finder->clause, comma, TYPE(COMMA)) &&
           clause_finite(&finder->clause, index) && !verb->passive && !verb->reflexive &&
           verb_reading(finder->document, verb, LEXICON_SPEECHVERB);
}

/* "le sommet entre A et B, qui souhaitent agir": what only somebody does, told of those right
 * before the relative pronoun. */
bool aside_of_parties(const struct finder *finder, uint32_t index, enum sense sense)
{
    const bool personal = sense == SENSE_PROPOSE || sense == SENSE_AGREE || sense == SENSE_REFUSE ||
                          sense == SENSE_ATTEND || sense == SENSE_ANNOUNCE || sense == SENSE_CHAIR;
    return personal && !clause_verb(&finder->clause, index)->passive && index > 0 &&
           clause_is(&finder->clause, index - 1, TYPE(RELATIVE)) &&
           clause_is(&finder->clause, clause_subject(&finder->clause, index), TYPE(PARTY));
}

/* "des négociations pour se mettre d'accord", "the ministerial gave a push, preparing the agenda",
 * "opened talks, seeking to end the war": what those who meet do or mean to do. */
bool aside_aims(const struct finder *finder, uint32_t index, enum sense sense)
{
    const struct verb *verb = clause_verb(&finder->clause, index);
    const bool infinite = verb->tense == TENSE_INF || verb->tense == TENSE_GER;
    return infinite && !verb->passive &&
           (sense_is_of_people(sense) || verb->modality != MODALITY_NONE);
}

/* "n'a pas donné | les résultats attendus": whether a verb that no list knows and what it is done
 * to stand between the noun and the participle at index. */
static bool is_of_object(const struct finder *finder, uint32_t noun, uint32_t index)
{
    const struct document *document = finder->document;
    const uint32_t first = clause_chunk(&finder->clause, noun)->end;
    const uint32_t begin = clause_chunk(&finder->clause, index)->begin;
    if (participle_of_thing(document, first, begin))
        return true;
    for (uint32_t t = begin; t-- > first + 1;) {
        if (look_flag(document, t, TOKEN_PUNCT))
            return false;
        const bool negated = document_is(document, t - 1, CLASS(NEGATION));
        if (document_is(document, t, CLASS(DETERMINER)) && !document_is(document, t, CLASS(OF)) &&
            (negated || look_unread(document, t - 1)))
            return true;
    }
    return false;
}

/* "ont ouvert leur congrès, avec l'ambition d'ouvrir une ère", "was an effort to revive a deal": an
 * infinitive behind "of" or a word tells what a thing is for, a participle which of them it is. */
bool aside_of_thing(const struct finder *finder, uint32_t noun, uint32_t index)
{
    const struct document *document = finder->document;
    const struct verb *verb = clause_verb(&finder->clause, index);
    const uint32_t begin = clause_chunk(&finder->clause, index)->begin;
    if (verb->tense == TENSE_PP)
        return is_of_object(finder, noun, index);
    if (verb->tense != TENSE_INF || verb->passive || verb->reflexive ||
        begin <= finder->sentence->begin || clause_is(&finder->clause, index - 1, TYPE(NOUN)))
        return false;
    return document_is(document, begin - 1, CLASS(OF)) ||
           look_ends(document, begin, LEXICON_EVENTNOUN);
}

/* "une rencontre à Doha réunissant A et B": whether the verb at index describes the noun, behind
 * nothing but where and when. */
bool aside_gathers(const struct finder *finder, uint32_t noun, uint32_t index, enum sense sense)
{
    if (clause_verb(&finder->clause, index)->tense != TENSE_GER || sense != SENSE_HOLD)
        return false;
    for (uint32_t i = noun + 1; i < index; i++) {
        if (!clause_is(&finder->clause, i,
                       TYPE(PLACE) | TYPE(DATE) | TYPE(TIME) | TYPE(AT) | TYPE(TO) | TYPE(OF)))
            return false;
    }
    return true;
}

/* "the meeting failed to make a decision": "made a" is of whom visits and holds talks. */
bool aside_makes(const struct finder *finder, uint32_t index, enum sense sense)
{
    const uint32_t last = clause_chunk(&finder->clause, index)->end - 1;
    return sense == SENSE_HOLD && clause_verb(&finder->clause, index)->word->begin < last &&
           document_is(finder->document, last, CLASS(INDEFINITE));
}

/* "who is on a visit to Lima, called on the minister", "the summit called on Iran to act": what
 * somebody says to others, or whom he sees, says nothing of the meeting before it. */
bool aside_calls(const struct finder *finder, uint32_t index, enum sense sense)
{
    const struct verb *verb = clause_verb(&finder->clause, index);
    return sense == SENSE_PROPOSE && !verb->passive && clause_finite(&finder->clause, index) &&
           !clause_is(&finder->clause, index + 1, TYPE(DATE)) && /* "a meeting called on Monday" */
           verb_reading(finder->document, verb, LEXICON_MEETVERB);
}

/* "la session", "les travaux de la session": whether the noun can be what a verb behind it is said
 * of; what stands behind "lors de" cannot. */
static bool can_head(const struct finder *finder, uint32_t noun)
{
    const uint32_t before = clause_preposition(&finder->clause, noun);
    if (before == CLAUSE_NONE)
        return clause_governor(&finder->clause, noun) == 0;
    return clause_is(&finder->clause, before, TYPE(OF)) ||
           (clause_is(&finder->clause, before, TYPE(FOLLOWING)) &&
            document_is(finder->document, clause_chunk(&finder->clause, before)->begin,
                        CLASS(DETERMINER)));
}

/* The comma behind the name of the noun's meeting, where it is and who meets there; or NONE. */
static uint32_t comma_behind(const struct finder *finder, uint32_t noun)
{
    const uint64_t around = TYPE(PLACE) | TYPE(AT) | TYPE(DATE) | TYPE(BETWEEN) | TYPE(PARTY) |
                            TYPE(AND) | TYPE(WITH) | TYPE(OF);
    const struct clause *clause = &finder->clause;
    uint32_t i = noun + 1;
    while (i < clause->chunks.count &&
           (clause_chunk(clause, i)->begin < finder->labels[noun].name.end ||
            clause_is(clause, i, around)))
        i++;
    return clause_is(clause, i, TYPE(COMMA)) ? i : CLAUSE_NONE;
}

uint32_t aside_verb_behind(const struct finder *finder, uint32_t noun)
{
    const struct clause *clause = &finder->clause;
    const uint32_t comma = comma_behind(finder, noun);
    if (comma == CLAUSE_NONE || !can_head(finder, noun))
        return CLAUSE_NONE;
    const bool told =
        clause_is(clause, comma + 1, TYPE(RELATIVE) | TYPE(ABOUT)) ||
        (clause_is(clause, comma + 1, TYPE(VERB)) && !clause_finite(clause, comma + 1)) ||
        (clause_is(clause, comma + 1, TYPE(OF) | TYPE(BY) | TYPE(DATE)) && /* ", précédé | de" */
         clause_chunk(clause, comma + 1)->begin == clause_chunk(clause, comma)->end + 1);
    bool other = false;
    for (uint32_t i = comma + 1; i < clause->chunks.count && !clause_is(clause, i, TYPE(STOP));
         i++) {
        other |= clause_is(clause, i, TYPE(NOUN)) && /* "the first since a meeting in May" */
                 (told || noun_is_since(finder, i) || noun_is_apposed(finder, i));
        if (other && clause_is(clause, i, TYPE(COMMA)) && clause_is(clause, i + 1, TYPE(VERB)) &&
            clause_finite(clause, i + 1) &&
            clause_chunk(clause, i)->end == clause_chunk(clause, i + 1)->begin)
            return i + 1;
    }
    return CLAUSE_NONE;
}

bool aside_takes_meeting(enum sense sense)
{
    return sense != SENSE_NONE && sense != SENSE_ATTEND && sense != SENSE_HOSTEVENT &&
           sense != SENSE_MISS && sense != SENSE_BOYCOTT;
}

/* The last chunk of what the relative pronoun at index says first, "qui | tiennent le nord": its
 * verb, or itself where no list has that; CLAUSE_NONE: it is said of the meeting. */
static uint32_t told_first(const struct finder *finder, uint32_t relative)
{
    const struct clause *clause = &finder->clause;
    const uint32_t end = clause_chunk(clause, relative)->end;
    const bool right =
        relative + 1 < clause->chunks.count && clause_chunk(clause, relative + 1)->begin == end;
    const bool listed = right && clause_is(clause, relative + 1, TYPE(VERB));
    if (clause_governor(clause, relative) || (right && !listed) || /* "which A will open" */
        document_is(finder->document, end, CLASS(DETERMINER)))
        return CLAUSE_NONE;
    const enum sense sense = listed ? finder_sense(finder, relative + 1) : SENSE_NONE;
    if (sense != SENSE_NONE && !aside_of_parties(finder, relative + 1, sense))
        return CLAUSE_NONE;
    return relative + listed;
}

uint32_t aside_verb_past(const struct finder *finder, uint32_t noun)
{
    const struct clause *clause = &finder->clause;
    bool somebody = false;
    uint32_t i = noun + 1;
    for (; i < clause->chunks.count && !clause_is(clause, i, TYPE(RELATIVE) | CLAUSE_LIMITS); i++)
        somebody |= clause_is(clause, i, TYPE(PARTY));
    if (!somebody || !clause_is(clause, i, TYPE(RELATIVE)) || !can_head(finder, noun))
        return CLAUSE_NONE;
    for (i = told_first(finder, i); i != CLAUSE_NONE && i + 1 < clause->chunks.count;) {
        i++;
        if (clause_is(clause, i, TYPE(NOUN) | TYPE(RELATIVE) | CLAUSE_LIMITS))
            break;
        if (clause_is(clause, i, TYPE(VERB)) && clause_finite(clause, i))
            return aside_takes_meeting(finder_sense(finder, i)) &&
                           !clause_is(clause, i - 1, TYPE(AND) | TYPE(COMMA))
                       ? i
                       : CLAUSE_NONE;
    }
    return CLAUSE_NONE;
}

uint32_t aside_verb_from(const struct finder *finder, uint32_t noun, uint32_t index)
{
    if (clause_is(&finder->clause, index, TYPE(COMMA)))
        return aside_verb_behind(finder, noun);
    return clause_is(&finder->clause, index, TYPE(RELATIVE)) ? aside_verb_past(finder, noun)
                                                             : CLAUSE_NONE;
}

bool aside_of_other(const struct finder *finder, uint32_t noun, uint32_t verb)
{
    const uint32_t begin = clause_chunk(&finder->clause, noun)->begin;
    const bool named = /* "la COP9, la Conférence sur l'eau, s'est ouverte": of both */
        look_flag(finder->document, begin, TOKEN_CAPITAL) && noun_is_apposed(finder, noun);
    for (uint32_t i = 0; i < noun && !named; i++) {
        if (clause_is(&finder->clause, i, TYPE(NOUN)) && aside_verb_behind(finder, i) == verb)
            return true;
    }
    return false;
}

bool aside_causes(const struct finder *finder, uint32_t index)
{
    const uint32_t of = clause_chunk(&finder->clause, index)->begin;
    return clause_is(&finder->clause, index, TYPE(OF)) && of > finder->sentence->begin &&
           document_is(finder->document, of - 1, CLASS(SUBORDINATOR));
}

bool aside_of_visit(const struct finder *finder, uint32_t noun, uint32_t index)
{
    const enum sense sense = finder_sense(finder, index);
    return clause_is(&finder->clause, noun, TYPE(NOUN)) &&
           finder->labels[noun].kind == KIND_VISIT &&
           (sense == SENSE_ATTEND || sense == SENSE_CHAIR);
}

bool aside_takes_object(const struct finder *finder, uint32_t relative)
{
    const struct clause *clause = &finder->clause;
    const uint32_t end = clause_chunk(clause, relative)->end;
    return clause_is(clause, relative, TYPE(RELATIVE)) &&
           clause_is(clause, relative + 1, TYPE(VERB)) &&
           clause_chunk(clause, relative + 1)->begin != end &&
           document_is(finder->document, end, CLASS(DETERMINER));
}

bool aside_of_another(const struct finder *finder, uint32_t index, uint32_t relative)
{
    enum { WORDS_BACK = 6 };
    const struct document *document = finder->document;
    const uint32_t end = clause_is(&finder->clause, index, TYPE(NOUN))
                             ? finder->labels[index].name.end
                             : clause_chunk(&finder->clause, index)->end;
    const uint32_t token = clause_chunk(&finder->clause, relative)->begin;
    if (aside_takes_object(finder, relative) &&
        clause_verb(&finder->clause, relative + 1)->tense == TENSE_FUT)
        return true; /* "un séjour qui le mènera à Lima" */
    for (uint32_t back = 2; back <= WORDS_BACK && token > end + back; back++) {
        if (look_flag(document, token - back + 1, TOKEN_PUNCT))
            return false;
        if (document_is(document, token - back, CLASS(DETERMINER)))
            return look_mark(document, token - back - 1, ',');
    }
    return false;
}

bool aside_is_part(const struct finder *finder, uint32_t index)
{
    const struct clause *clause = &finder->clause;
    uint32_t i = index;
    if (!clause_is(clause, index, TYPE(FOLLOWING)))
        return false;
    while (i > 0 &&
           clause_is(clause, i - 1, TYPE(DATE) | TYPE(TIME) | TYPE(PLACE) | TYPE(AT) | TYPE(COMMA)))
        i--;
    if (i == 0 || !clause_is(clause, i - 1, TYPE(VERB)))
        return false;
    const enum sense sense = finder_sense(finder, i - 1);
    return sense == SENSE_ATTEND || sense == SENSE_CHAIR;
}

bool aside_is_inside(const struct finder *finder, uint32_t noun)
{
    const struct clause *clause = &finder->clause;
    const uint32_t at = clause_preposition(clause, noun);
    if (at == CLAUSE_NONE || !clause_is(clause, at, TYPE(AT)) ||
        document_is(finder->document, clause_chunk(clause, at)->begin, CLASS(TO)))
        return false;
    const bool dated = at > 0 && clause_is(clause, at - 1, TYPE(DATE));
    return !part_ends_at(finder, clause_chunk(clause, at - dated)->begin -
                                     (dated && clause_is(clause, at - 2, TYPE(ABOUT) | TYPE(AT))));
}

bool aside_tells_of_meeting(const struct finder *finder, uint32_t index)
{
    if (!clause_is(&finder->clause, index + 1, TYPE(VERB)))
        return false;
    const struct verb *verb = clause_verb(&finder->clause, index + 1);
    const enum sense sense = finder_sense(finder, index + 1);
    return (verb->reflexive || verb->passive) && clause_finite(&finder->clause, index + 1) &&
           (sense == SENSE_HOLD || sense == SENSE_OPEN || calls_off(sense)) &&
           !verb_reading(finder->document, verb, LEXICON_MEETVERB);
}

bool aside_of_what(const struct finder *finder, uint32_t relative)
{
    const uint32_t begin = clause_chunk(&finder->clause, relative)->begin;
    return begin > finder->sentence->begin &&
           document_is(finder->document, begin - 1, CLASS(DEMONSTRATIVE));
}

bool aside_is_over(const struct finder *finder, uint32_t first, uint32_t verb)
{
    const struct verb *told = clause_verb(&finder->clause, verb);
    const enum sense sense = finder_sense(finder, verb);
    uint32_t who = first + 1;
    while (clause_is(&finder->clause, who, TYPE(DATE) | TYPE(TIME) | TYPE(AT) | TYPE(PLACE)))
        who++;
    return first > 0 && clause_is(&finder->clause, first - 1, TYPE(RELATIVE)) &&
           clause_is(&finder->clause, who, TYPE(PARTY)) &&
           ((told->passive && calls_off(sense)) || (told->negative && sense == SENSE_HOLD));
}

bool aside_has_object(const struct finder *finder, uint32_t index)
{
    const struct document *document = finder->document;
    const struct clause *clause = &finder->clause;
    const uint32_t end = clause_chunk(clause, index)->end;
    const uint64_t none = CLASS(AT) | CLASS(TO) | CLASS(OF) | CLASS(ABOUT) | CLASS(ADVERB) |
                          CLASS(AND) | CLASS(BY) | CLASS(FROM) | CLASS(SINCE) | CLASS(UNTIL);
    return index > 0 && clause_is(clause, index - 1, TYPE(NOUN)) &&
           clause_chunk(clause, index - 1)->end == clause_chunk(clause, index)->begin &&
           end < finder->sentence->end && look_flag(document, end, TOKEN_WORD) &&
           !document_is(document, end, none) && !look_at(document, end, ANNOTATION_DATE) &&
           !look_at(document, end, ANNOTATION_VERB) && !look_at(document, end, LEXICON_WITH) &&
           !look_at(document, end, LEXICON_FOLLOWING);
}

uint32_t aside_frame_before(const struct finder *finder, uint32_t index)
{
    enum { CHUNKS_BACK = 6 };
    const struct clause *clause = &finder->clause;
    if (!clause_is(clause, index, TYPE(NOUN)) || !(clause_governor(clause, index) & TYPE(SIDELINE)))
        return index;
    for (uint32_t i = index; i > 1 && index - i < CHUNKS_BACK; i--) {
        if (clause_is(clause, i - 1, TYPE(SIDELINE)))
            return clause_is(clause, i - 2, TYPE(COMMA)) ? i - 2 : index;
    }
    return index;
}

bool aside_is_put_off(const struct finder *finder, uint32_t verb)
{
    const enum sense sense = finder_sense(finder, verb);
    return clause_verb(&finder->clause, verb)->tense == TENSE_PP &&
           (sense == SENSE_POSTPONE || sense == SENSE_MOVE || sense == SENSE_PLAN);
}

/* "une visite, la première | organisée depuis 2019": whether the participle at index says of how
 * many the meeting is one. */
static bool is_of_row(const struct finder *finder, uint32_t index)
{
    const struct document *document = finder->document;
    const uint32_t begin = clause_chunk(&finder->clause, index)->begin;
    return clause_verb(&finder->clause, index)->tense == TENSE_PP &&
           begin > finder->sentence->begin + 3 &&
           (look_at(document, begin - 1, LEXICON_ORDINAL) ||
            look_at(document, begin - 1, LEXICON_NEXTPREVIOUS)) &&
           document_is(document, begin - 2, CLASS(DETERMINER)) &&
           look_mark(document, begin - 3, ',');
}

/* "la rencontre, évoquée | par la presse, n'a pas eu lieu": whether the verb at index is a
 * participle behind a comma that says nothing of what becomes of the meeting. */
static bool is_talked_of(const struct finder *finder, uint32_t index)
{
    return index > 0 && clause_verb(&finder->clause, index)->tense == TENSE_PP &&
           finder_sense(finder, index) == SENSE_NONE &&
           clause_is(&finder->clause, index - 1, TYPE(COMMA));
}

bool aside_is_since(const struct finder *finder, uint32_t verb)
{
    const uint32_t date = verb + 1 + clause_is(&finder->clause, verb + 1, TYPE(FROM));
    if (is_of_row(finder, verb) || is_talked_of(finder, verb))
        return true;
    if (!clause_verb(&finder->clause, verb)->negative ||
        !clause_is(&finder->clause, date, TYPE(DATE)))
        return false;
    const struct annotation *words = clause_chunk(&finder->clause, date)->of;
    return ((const struct date *)words->detail)->lean < 0 ||
           document_is(finder->document, words->begin, CLASS(SINCE)) ||
           document_is(finder->document, words->begin - 1, CLASS(SINCE));
}
