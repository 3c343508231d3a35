#include <string.h>

#include "annotate/look.h"
#include "meeting/find/act.h"
#include "meeting/find/complement.h"
#include "meeting/find/predicate.h"
#include "meeting/find/travel.h"
#include "meeting/find/when.h"

/* Where: which of the places in its clause a trigger claims. */

/* "in | the Southern | Russian city of Leixo": whether a party at token is one, and no word of the
 * land that begins with or behind its first word. */
static bool is_party(const struct document *document, uint32_t token)
{
    const struct annotation *party = look_at(document, token, ANNOTATION_PARTY);
    return party && !look_at(document, token, ANNOTATION_LAND) &&
           !(party->end > token + 1 && look_at(document, token + 1, ANNOTATION_LAND));
}

/* "in the | Russian Black Sea resort city | of Leixo": where the words for a land begin that end at
 * token, or token. */
static uint32_t land_begin(const struct finder *finder, uint32_t token)
{
    enum { WORDS_MAX = 8 };
    for (uint32_t back = 1; back <= WORDS_MAX && finder->sentence->begin + back <= token; back++) {
        const struct annotation *land = look_at(finder->document, token - back, ANNOTATION_LAND);
        if (land && land->end == token)
            return land->begin;
    }
    return token;
}

/* "in the northern port city of Leixo", "a visit to the city of Leixo": what is "of" stands "in".
 */
static bool is_town_of(const struct finder *finder, const struct mention *mention, uint32_t token)
{
    enum { BACK = 7 };
    const uint32_t begin = finder->sentence->begin;
    if (token == begin || !document_is(finder->document, token - 1, CLASS(OF)) ||
        (token > begin + 1 && document_is(finder->document, token - 2, CLASS(MATTER))) ||
        town_of_outcome(finder->document, token))
        return false; /* "sur l'avenir de Lyméa" */
    const uint32_t from = land_begin(finder, token - 1);
    for (uint32_t t = from; t-- > begin && from - t < BACK;) {
        if (look_flag(finder->document, t, TOKEN_PUNCT) ||
            document_is(finder->document, t, CLASS(FROM)) ||
            (is_party(finder->document, t) &&                       /* not "in Kenya's port of" */
             !document_is(finder->document, t, CLASS(POSSESSIVE)))) /* "in his office of" */
            return false;
        if (document_is(finder->document, t, CLASS(AT)) ||
            (mention->kind == KIND_VISIT && t == mention->trigger.end &&
             document_is(finder->document, t, CLASS(TO))))
            return true;
    }
    return false;
}

/* "discussions with X regarding the bloodshed in northern Kenya": a state in what it is about. */
static bool is_within_matter(const struct finder *finder, const struct mention *mention,
                             uint32_t token)
{
    const struct document *document = finder->document;
    for (uint32_t t = token; t-- > mention->trigger.end;) {
        if (look_flag(document, t, TOKEN_PUNCT) || look_at(document, t, LEXICON_SIDELINE) ||
            look_at(document, t, ANNOTATION_DATE) || look_at(document, t, ANNOTATION_VERB))
            return false;
        if (document_is(document, t, CLASS(ABOUT)) && t + 2 < token &&
            !look_at(document, t + 1, ANNOTATION_DATE))
            return true;
    }
    return false;
}

/* "discussed efforts to end the fighting in Sudan", "exchanged views on piracy in Yemen": a state
 * in what a verb of talking has for its object, not in "talked with B in Sudan". */
static bool is_within_object(const struct finder *finder, const struct mention *mention,
                             uint32_t token)
{
    const struct document *document = finder->document;
    const uint32_t end = mention->trigger.end;
    const uint64_t others = CLASS(AT) | CLASS(TO) | CLASS(BY) | CLASS(ADVERB) | CLASS(AND);
    bool talks = false;
    for (uint32_t t = mention->trigger.begin; t < end && !talks; t++) {
        const struct annotation *verb = look_at(document, t, LEXICON_MEETVERB);
        talks = verb && verb->end == end && look_lexeme(document, verb)->frame == FRAME_WITH;
    }
    if (!talks || document_is(document, end, others) || look_at(document, end, LEXICON_WITH) ||
        look_at(document, end, ANNOTATION_PARTY))
        return false;
    for (uint32_t t = end; t < token; t++) {
        if (look_at(document, t, ANNOTATION_DATE) || look_at(document, t, LEXICON_WITH) ||
            look_at(document, t, LEXICON_SIDELINE) || look_at(document, t, LEXICON_MEETNOUN))
            return false;
    }
    return token > end + 2;
}

/* "à Ravel (40 km au nord de Lyon)": the town from which another one's distance is told. */
static bool is_measured_from(const struct finder *finder, const struct chunk *place)
{
    enum { WORDS_BACK = 7, TOWN_BACK = 12 };
    const struct document *document = finder->document;
    const uint32_t begin = finder->sentence->begin;
    uint32_t back = 1;
    while (back <= WORDS_BACK && begin + back <= place->begin &&
           !document_is(document, place->begin - back, CLASS(DISTANCE)))
        back++;
    if (back > WORDS_BACK || begin + back > place->begin)
        return false;
    for (; back <= TOWN_BACK && begin + back <= place->begin; back++) {
        const struct annotation *town = look_at(document, place->begin - back, ANNOTATION_PLACE);
        if (town && ((const struct spot *)town->detail)->city)
            return true;
    }
    return false;
}

static bool is_place_of(const struct finder *finder, const struct mention *mention, uint32_t index,
                        bool right)
{
    const struct chunk *chunk = clause_chunk(&finder->clause, index);
    const struct spot *spot = chunk->of->detail;
    if (!spot->city && !spot->country[0])
        return false; /* "en Afrique" */
    if (chunk->end < finder->sentence->end && look_clitic(finder->document, chunk->end))
        return false; /* "Victoria's premier" */
    if (clause_is(&finder->clause, index - 1, TYPE(WITH)) &&
        clause_chunk(&finder->clause, index - 1)->end == chunk->begin)
        return false; /* "les négociations avec Dongfeng": who, called like a town */
    if ((spot->governor & CLASS(ABOUT)) || /* "consacrée au Soudan", "sur Lyméa" */
        place_is_elsewhere(finder, spot, chunk->begin) || is_measured_from(finder, chunk))
        return false;
    const uint64_t away = CLASS(FROM);
    const uint64_t inside = CLASS(AT) | CLASS(TO);
    if (right && mention->verb && mention->bilateral && (spot->governor & CLASS(TO)) &&
        !(spot->governor & CLASS(AT)))
        return false; /* "met B, the incoming ambassador to Lyon" */
    if ((spot->governor & inside) || (spot->city && is_town_of(finder, mention, chunk->begin)))
        return true;
    return right && !(spot->governor & (away | CLASS(OF) | CLASS(BY))) && spot->city &&
           !clause_is(&finder->clause, index - 1, TYPE(VERB)) &&       /* "to discuss Lyméa" */
           !look_at(finder->document, chunk->end, LEXICON_SPEECHVERB); /* ", Lyméa reported" */
}

/* "leaves for Kenya": the place right behind the verb's own preposition. */
static bool is_goal(const struct finder *finder, const struct chunk *chunk,
                    const struct mention *mention)
{
    uint32_t begin = chunk->begin;
    while (begin > mention->trigger.end &&
           document_is(finder->document, begin - 1, CLASS(DETERMINER)))
        begin--;
    return begin == mention->trigger.end;
}

/* "visited Kenya"; "ont visité le port de Lyméa": what is visited is where its town is. */
static bool is_visited(const struct finder *finder, const struct chunk *chunk,
                       const struct mention *mention, bool right)
{
    const struct spot *spot = chunk->of->detail;
    const bool of = spot->governor & CLASS(OF), from = spot->governor & CLASS(FROM);
    const bool street = of && chunk->begin > 1 && /* "se rendront place de Lyon" */
                        document_is(finder->document, chunk->begin - 2, CLASS(MATTER));
    return right && mention->verb && mention->kind == KIND_VISIT && !from && !street &&
           (is_goal(finder, chunk, mention) ||
            (of || (spot->governor & CLASS(ABOUT))) == !!spot->city); /* "s'est envolé pour Lyon" */
}

/* "une conférence de soutien au Pays", "visant à aider le Pays": the state that the mention has for
 * its place stands behind another noun or verb. */
static bool is_of_aim(const struct finder *finder, const struct mention *mention)
{
    const uint64_t small = CLASS(DETERMINER) | CLASS(AT) | CLASS(TO);
    if (mention->verb || mention->kind == KIND_VISIT)
        return false;
    for (uint32_t t = mention->trigger.end; t < mention->place->begin; t++) {
        if (look_flag(finder->document, t, TOKEN_PUNCT) ||
            look_at(finder->document, t, ANNOTATION_DATE))
            return false;
        if (!document_is(finder->document, t, small))
            return true;
    }
    return false;
}

/* "une conférence sur la paix au Pays a été organisée à Lyon": the town, not what it is about;
 * "Norway offered to host talks in Oslo": the town in it. */
static bool is_better(const struct finder *finder, const struct chunk *chunk,
                      const struct mention *mention)
{
    const struct spot *known = mention->place->detail, *spot = chunk->of->detail;
    const bool within = !spot->country[0] || strcmp(known->country, spot->country) == 0;
    return !known->city && spot->city && (spot->governor & CLASS(AT)) &&
           (mention->label.about || within || is_of_aim(finder, mention));
}

/* "les pourparlers de Lomé": a town right behind "of" is where they are; a visit is not of it, but
 * "a tour of Kenya" is. */
static bool is_seat(const struct finder *finder, const struct mention *mention, uint32_t index)
{
    const struct clause *clause = &finder->clause;
    const struct spot *spot = clause_chunk(clause, index)->of->detail;
    if ((mention->label.plural && !mention->status_told) ||
        town_of_outcome(finder->document, clause_chunk(clause, index)->begin))
        return false;
    return index > 1 && !mention->verb && mention->kind != KIND_CALL &&
           clause_is(clause, index - 1, TYPE(OF)) && clause_is(clause, index - 2, TYPE(NOUN)) &&
           (mention->kind == KIND_VISIT ? noun_is_tour(finder, index - 2) : spot->city != NULL) &&
           clause_chunk(clause, index - 2)->end == clause_chunk(clause, index - 1)->begin &&
           clause_chunk(clause, index - 1)->end == clause_chunk(clause, index)->begin;
}

/* "on her way back to Kenya": where she goes then. */
static bool is_home(const struct finder *finder, uint32_t token)
{
    enum { WORDS_BACK = 3 };
    for (uint32_t back = 1; back <= WORDS_BACK && token >= finder->sentence->begin + back; back++) {
        const struct annotation *words =
            look_at(finder->document, token - back, LEXICON_FALSEFRIEND);
        if (words && words->end == token)
            return look_says(finder->document, words, STR("HOME"));
    }
    return false;
}

/* "talks scheduled for Lyon", "prévu pour Lomé": the place behind the verb that plans. */
static bool is_planned_for(const struct finder *finder, uint32_t index)
{
    const struct clause *clause = &finder->clause;
    const struct spot *spot = clause_chunk(clause, index)->of->detail;
    const uint32_t verb = index - 1 - (index > 1 && clause_is(clause, index - 1, TYPE(ABOUT)));
    return index > 0 && (spot->governor & CLASS(ABOUT)) && finder_sense(finder, verb) == SENSE_PLAN;
}

/* "A met B before flying to Oslo", "Before flying to Oslo, A met B": whether the place is where
 * somebody goes next; not "flying to Oslo to meet C". */
static bool is_onward(const struct finder *finder, const struct mention *mention, uint32_t index)
{
    if (!mention->verb || !place_is_next(finder, index))
        return false;
    uint32_t t = clause_chunk(&finder->clause, index)->end;
    while (t < mention->trigger.begin && !look_mark(finder->document, t, ','))
        t++;
    return t != mention->trigger.begin;
}

void slot_place(const struct finder *finder, struct mention *mention, uint32_t index, bool right)
{
    struct chunk *chunk = &finder->clause.chunks.at[index];
    const struct spot *spot = chunk->of->detail;
    if (right ? !spot->city && (mention->verb ? is_within_object(finder, mention, chunk->begin)
                                              : is_within_matter(finder, mention, chunk->begin))
              : chunk_in_aside(finder, mention, index))
        return;
    if (spot->city && (town_of_other(finder->document, finder->sentence, chunk->begin) ||
                       town_of_thing(finder->document, finder->sentence, chunk->begin)))
        return;
    if (right && mention->verb && mention->kind == KIND_VISIT && place_is_origin(finder, index))
        return;
    if (is_home(finder, chunk->begin) || is_onward(finder, mention, index) ||
        (right && token_of_participle(finder->document, mention, chunk->begin)))
        return;
    if (chunk->taken || (mention->place && !is_better(finder, chunk, mention)) ||
        !(is_place_of(finder, mention, index, right) || is_visited(finder, chunk, mention, right) ||
          (right && (is_seat(finder, mention, index) || is_planned_for(finder, index))) ||
          ((!right || (mention->verb && mention->kind == KIND_VISIT)) &&
           place_is_bound_for(finder, index))))
        return;
    mention->place = chunk->of;
    chunk->taken = true;
}

bool slot_town(const struct finder *finder, struct mention *mention, uint32_t chunk)
{
    if (!clause_is(&finder->clause, chunk, TYPE(PARTY)))
        return false;
    const struct party *party = party_members(clause_chunk(&finder->clause, chunk)->of)->at[0];
    const struct annotation *place = look_at(finder->document, party->name_begin, ANNOTATION_PLACE);
    if (!place || !(party->metonym || party->type == PARTY_COUNTRY))
        return false;
    mention->place = place;
    return party->metonym && ((const struct spot *)place->detail)->city;
}

bool slot_host_town(const struct finder *finder, struct mention *mention, uint32_t verb)
{
    const uint64_t governors = CLASS(AT) | CLASS(TO) | CLASS(FROM) | CLASS(ABOUT);
    if (verb == 0 || !clause_is(&finder->clause, verb - 1, TYPE(PLACE)))
        return false;
    const struct annotation *place = clause_chunk(&finder->clause, verb - 1)->of;
    if (((const struct spot *)place->detail)->governor & governors)
        return false;
    mention->place = place;
    return true;
}

/* The place at a chunk, which may stand there as a state: "s'envole pour le Kenya, où"; or NULL. */
static const struct annotation *place_at(const struct finder *finder, uint32_t index)
{
    const struct chunk *chunk = clause_chunk(&finder->clause, index);
    if (chunk->type == CHUNK_PLACE)
        return chunk->of;
    const struct annotation *place =
        chunk->type == CHUNK_PARTY ? look_at(finder->document, chunk->end - 1, ANNOTATION_PLACE)
                                   : NULL;
    return place && place->end == chunk->end ? place : NULL;
}

/* "à Lyon, où il est en visite": the place right before the relative of place. */
void slot_where(const struct finder *finder, struct mention *mention, uint32_t index)
{
    const struct clause *clause = &finder->clause;
    for (uint32_t i = index; i-- > 1;) {
        if (clause_is(clause, i, TYPE(STOP)) || clause_is_sequel(clause, i + 1))
            return; /* "à Lyon, où il verra B avant de gagner Nice" */
        if (!clause_is(clause, i, TYPE(RELATIVE)))
            continue;
        uint32_t place = i - 1; /* "est rentré d'Oslo mardi, où il a vu B" */
        while (place > 0 && clause_is(clause, place, TYPE(COMMA) | TYPE(DATE)))
            place--;
        if (document_is(finder->document, clause_chunk(clause, i)->begin, CLASS(WHERE)) &&
            place_at(finder, place))
            mention->place = place_at(finder, place);
        return;
    }
}

void slot_stay(const struct finder *finder, struct mention *mention, uint32_t noun)
{
    const struct clause *clause = &finder->clause;
    const uint32_t on = clause_preposition(clause, noun);
    if (mention->place || mention->kind != KIND_VISIT || on == CLAUSE_NONE ||
        (!clause_is(clause, on, TYPE(AT)) && !str_equal(clause_when(clause, on), STR("DURING"))))
        return;
    for (uint32_t i = noun; i-- > 0;) {
        if (clause_is(clause, i, TYPE(STOP) | TYPE(SUBORDINATOR) | TYPE(RELATIVE)))
            break;
        if (clause_is(clause, i, TYPE(PLACE)) &&
            (clause_governor(clause, i) & (TYPE(AT) | TYPE(TO)))) {
            mention->place = clause_chunk(clause, i)->of;
            break;
        }
    }
}

/* "was moved from Lima to Quito": the place where the verb says that it is now to be, or NULL. */
static const struct annotation *place_moved_to(const struct finder *finder, uint32_t verb)
{
    const struct clause *clause = &finder->clause;
    const uint64_t between = TYPE(FROM) | TYPE(OF) | TYPE(TO) | TYPE(AT) | TYPE(PLACE) | TYPE(DATE);
    if (finder_sense(finder, verb) != SENSE_MOVE || clause_verb(clause, verb)->negative)
        return NULL;
    for (uint32_t i = verb + 1; clause_is(clause, i, between); i++) {
        const struct spot *spot =
            clause_is(clause, i, TYPE(PLACE)) ? clause_chunk(clause, i)->of->detail : NULL;
        if (spot && spot->city && (spot->governor & (CLASS(TO) | CLASS(AT))))
            return clause_chunk(clause, i)->of;
    }
    return NULL;
}

void drop_former_place(const struct finder *finder, struct mention *mention, uint32_t index,
                       uint32_t verb)
{
    const struct clause *clause = &finder->clause;
    const enum sense sense = finder_sense(finder, verb);
    const struct annotation *moved = place_moved_to(finder, verb);
    if (moved) {
        mention->place = moved;
        for (uint32_t i = verb + 1; mention->date && i < clause->chunks.count; i++) {
            if (clause_is(clause, i, TYPE(DATE)) &&
                mention->date->end <= clause_chunk(clause, verb)->begin)
                mention->date = NULL; /* when it was meant to be: another day is told */
        }
        return;
    }
    bool planned = false, elsewhere = false;
    if (!mention->place || !clause_finite(clause, verb) ||
        (sense != SENSE_HOLD && sense != SENSE_OPEN))
        return;
    for (uint32_t i = index + 1; i < verb; i++) {
        const bool due = clause_is(clause, i, TYPE(VERB)) && /* "devait se tenir à" */
                         clause_verb(clause, i)->modality == MODALITY_DUE &&
                         clause_verb(clause, i)->bygone;
        planned |= (due || finder_sense(finder, i) == SENSE_PLAN) &&
                   clause_chunk(clause, i)->end <= mention->place->begin;
    }
    for (uint32_t i = verb + 1; i < clause->chunks.count && !clause_is(clause, i, TYPE(STOP)); i++)
        elsewhere |= clause_is(clause, i, TYPE(PLACE)) && (clause_governor(clause, i) & TYPE(AT));
    if (planned && elsewhere)
        mention->place = NULL;
}
