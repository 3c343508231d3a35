#include "annotate/look.h"
#include "meeting/find.h"
#include "meeting/find_act.h"
#include "meeting/find_object.h"
#include "meeting/predicate.h"

static const uint64_t OBJECTS = GOVERNOR_NONE | TYPE(TO);

static bool is_several(const struct finder *finder, uint32_t chunk)
{
    if (clause_is(&finder->clause, chunk, TYPE(PLURAL_PRONOUN)))
        return true;
    if (!clause_is(&finder->clause, chunk, TYPE(PARTY)))
        return false;
    const struct party_list *list = party_members(clause_chunk(&finder->clause, chunk)->of);
    return list->count > 1 || list->at[0]->plural || list->at[0]->type == PARTY_GROUP ||
           list->at[0]->type == PARTY_ORGANIZATION;
}

/* Parties told one by one: "A et B ont discuté à C". */
static bool is_list(const struct finder *finder, uint32_t chunk)
{
    return clause_is(&finder->clause, chunk, TYPE(PARTY)) &&
           party_members(clause_chunk(&finder->clause, chunk)->of)->count > 1;
}

/* Such a list, or people of rank: "les chefs de la diplomatie ont débattu lundi". */
static bool is_gathered(const struct finder *finder, uint32_t chunk)
{
    if (!clause_is(&finder->clause, chunk, TYPE(PARTY)))
        return false;
    const struct party *party = party_members(clause_chunk(&finder->clause, chunk)->of)->at[0];
    const bool ranked = (party->type == PARTY_GROUP || party->plural) && party->rank != RANK_NONE &&
                        party->rank != RANK_MILITARY;
    return is_list(finder, chunk) || ranked;
}

static bool is_party(const struct finder *finder, uint32_t chunk)
{
    return chunk != CLAUSE_NONE &&
           clause_is(&finder->clause, chunk, TYPE(PARTY) | TYPE(PRONOUN) | TYPE(PLURAL_PRONOUN));
}

/* Whether the verb's clause goes on to one of types. */
static bool is_ahead(const struct finder *finder, uint32_t index, uint64_t types)
{
    for (uint32_t i = index + 1; i < finder->clause.chunks.count; i++) {
        if (clause_is(&finder->clause, i, types))
            return true;
        if (clause_is(&finder->clause, i, TYPE(VERB) | TYPE(STOP) | TYPE(SUBORDINATOR)))
            break;
    }
    return false;
}

/* "le Conseil de sécurité s'est réuni" is its session, and the body gives it its name. */
static bool act_session(const struct finder *finder, struct mention *mention)
{
    if (mention->party_count != 1 || mention->pronoun)
        return true;
    const struct party *party = mention->parties[0].party;
    if (party->type != PARTY_ORGANIZATION)
        return true;
    if (!finder_sits(finder, party))
        return false;
    mention->kind = KIND_SESSION;
    mention->label.kind = KIND_SESSION;
    mention->label.name = mention->label.series = (struct span){party->name_begin, party->name_end};
    mention->party_count = 0;
    return true;
}

/* "supporters gathered": nobody who confers. */
static bool is_crowd(const struct mention *mention)
{
    for (unsigned i = 0; i < mention->party_count; i++) {
        const struct party *party = mention->parties[i].party;
        if (party->type != PARTY_GROUP || party->delegation ||
            (party->rank != RANK_NONE && party->rank != RANK_MILITARY))
            return false;
    }
    return mention->party_count > 0;
}

/* "X host Y": the bare form as a present is that of several; beside one it is a noun. */
static bool agrees(const struct finder *finder, const struct act *act)
{
    const bool bare = act->verb->tense == TENSE_PRES && act->verb->modality == MODALITY_NONE &&
                      act->verb->word->tag == TAG_INF &&
                      act->verb->word->begin == clause_chunk(&finder->clause, act->index)->begin;
    return !bare || !clause_is(&finder->clause, act->subject, TYPE(PARTY)) ||
           is_several(finder, act->subject);
}

/* "an area called X", "people arriving in X", "it was received": whoever does it is no party. */
static bool is_subject(const struct finder *finder, const struct act *act)
{
    const struct document *document = finder->document;
    const uint32_t begin = clause_chunk(&finder->clause, act->index)->begin;
    const bool participle = act->verb->tense == TENSE_GER || act->verb->tense == TENSE_PP ||
                            (act->frame == FRAME_CALL && act->verb->tense == TENSE_PAST);
    if (clause_is(&finder->clause, act->subject, TYPE(PRONOUN)))
        return (act->frame != FRAME_HOST && act->frame != FRAME_VISIT) ||
               !document_is(document, clause_chunk(&finder->clause, act->subject)->begin,
                            CLASS(NEUTER));
    return !participle || begin == finder->sentence->begin ||
           !is_unknown_noun(finder, act->index, begin - 1);
}

/* "devant l'arrivée de 300 saisonniers": it tells itself who comes, and that is no party. */
static bool is_of_others(const struct finder *finder, const struct act *act)
{
    return act->verb->tense == TENSE_PP &&
           document_is(finder->document, clause_chunk(&finder->clause, act->index)->end,
                       CLASS(OF)) &&
           !clause_is(&finder->clause, act->index + 1, TYPE(PARTY)) &&
           !clause_is(&finder->clause, act->index + 2, TYPE(PARTY));
}

/* Who travels: somebody known, not "orders" or "tourists". */
static bool is_visitor(const struct finder *finder, uint32_t chunk)
{
    if (!clause_is(&finder->clause, chunk, TYPE(PARTY)))
        return true;
    const struct party *party = party_members(clause_chunk(&finder->clause, chunk)->of)->at[0];
    const bool known = document_is(finder->document, party->begin, CLASS(DETERMINER)) &&
                       !document_is(finder->document, party->begin, CLASS(OF));
    return !party->weak && (party->type != PARTY_GROUP || party->delegation || known ||
                            party->rank != RANK_NONE); /* "a reçu les partenaires sociaux" */
}

/* "After meeting A, B flew home": who acts behind the phrase that opens the sentence. */
static uint32_t actor_behind(const struct finder *finder, uint32_t verb)
{
    const struct clause *clause = &finder->clause;
    bool comma = false;
    for (uint32_t i = verb + 1; verb <= 1 && i < clause->chunks.count; i++) {
        if (clause_is(clause, i, TYPE(VERB) | TYPE(STOP) | TYPE(SUBORDINATOR) | TYPE(RELATIVE)))
            break;
        if (comma && clause_is(clause, i, TYPE(PARTY) | TYPE(PRONOUN) | TYPE(PLURAL_PRONOUN)) &&
            clause_governor(clause, i) == 0)
            return i;
        comma |= clause_is(clause, i, TYPE(COMMA));
    }
    return CLAUSE_NONE;
}

/* "Presidents A and B discussed the border": each of them known, and what about. */
static bool is_conferring(const struct finder *finder, const struct act *act)
{
    if (!is_list(finder, act->subject) || act->verb->tense != TENSE_PAST || act->verb->passive ||
        act->lexeme->mode != MODE_UNKNOWN || !has_thing(finder, act->index))
        return false;
    const struct party_list *list = party_members(clause_chunk(&finder->clause, act->subject)->of);
    for (unsigned i = 0; i < list->count; i++) {
        const struct party *party = list->at[i];
        if (party->type != PARTY_PERSON || party->weak ||
            (party->rank == RANK_NONE && !party->figure))
            return false;
    }
    return true;
}

static void act_read(const struct finder *finder, struct act *act)
{
    const struct clause *clause = &finder->clause;
    act->subject = clause_subject(clause, act->index);
    if (act->subject != CLAUSE_NONE && clause_is(clause, act->subject, TYPE(NOUN)))
        act->subject = CLAUSE_NONE;
    if (act->subject == CLAUSE_NONE && act->index == 0 && act->verb->tense == TENSE_PP &&
        (act->frame == FRAME_JOINT || act->frame == FRAME_VISIT)) /* "Réunis à X, les ministres" */
        act->subject = clause_after(clause, act->index, TYPE(PARTY), GOVERNOR_NONE);
    if (act->subject == CLAUSE_NONE && act->verb->tense == TENSE_GER)
        act->subject = actor_behind(finder, act->index);
    if (act_is_timed(finder, act))
        act->subject = clause_subject(clause, clause_governing_verb(clause, act->index));
    act->object = object_of(finder, act->index, OBJECTS);
    act->with = clause_after(clause, act->index, TYPE(PARTY), TYPE(WITH));
    act->agent = clause_after(clause, act->index, TYPE(PARTY), TYPE(BY));
    act->between = clause_after(clause, act->index, TYPE(PARTY), TYPE(BETWEEN));
    if (act->between != CLAUSE_NONE && !is_several(finder, act->between))
        act->between = CLAUSE_NONE;
    if (act->verb->reflexive && (act->frame == FRAME_OBJECT || act->frame == FRAME_CALL))
        act->frame = FRAME_JOINT;
    if (act->frame == FRAME_OBJECT && act->object == CLAUSE_NONE && act->with == CLAUSE_NONE &&
        !act->verb->passive && is_several(finder, act->subject) && !has_thing(finder, act->index))
        act->frame = FRAME_JOINT;
    const bool together = act->lexeme->reflexive || act->lexeme->mode == MODE_PHONE ||
                          act->lexeme->mode == MODE_VIDEO;
    if (act->frame == FRAME_WITH && act->with == CLAUSE_NONE &&
        (is_conferring(finder, act) ||
         (is_gathered(finder, act->subject) &&
          is_ahead(finder, act->index, TYPE(PLACE) | TYPE(DATE))) ||
         (together && is_several(finder, act->subject))))
        act->frame = FRAME_JOINT;
    if (act->frame == FRAME_JOINT && act->with != CLAUSE_NONE)
        act->frame = FRAME_WITH;
    if (act->frame == FRAME_OBJECT && act->object == CLAUSE_NONE && act->with != CLAUSE_NONE)
        act->frame = FRAME_WITH;
}

/* Whether the verb has the parties that its frame asks for. */
static bool act_complete(const struct finder *finder, const struct act *act)
{
    const bool subject = is_party(finder, act->subject);
    if (act->verb->passive && act->between != CLAUSE_NONE)
        return true; /* "ont été discutées entre A et B" */
    switch (act->frame) {
    case FRAME_JOINT:
        return is_several(finder, act->subject);
    case FRAME_WITH:
        return act->with != CLAUSE_NONE && (subject || !clause_finite(&finder->clause, act->index));
    case FRAME_VISIT:
        return subject && is_visitor(finder, act->subject) && !is_of_others(finder, act) &&
               is_ahead(finder, act->index, TYPE(PLACE)) &&
               !(act->lexeme->frame == FRAME_ARRIVE && brings_something(finder, act->index));
    case FRAME_HOST:
        if (act->verb->passive) /* "accueilli par des huées" */
            return subject && is_visitor(finder, act->subject) &&
                   (act->agent != CLAUSE_NONE ||
                    !clause_is(&finder->clause, act->index + 1, TYPE(BY)));
        return subject && act->object != CLAUSE_NONE && is_visitor(finder, act->object) &&
               !is_decoration(finder, act->object);
    case FRAME_INVITE:
        return act_bids(finder, act);
    case FRAME_CALL:
        if (act->lexeme->mode == MODE_UNKNOWN && !act->verb->passive && !act_calls(finder, act))
            return false;
        return (subject && act->object != CLAUSE_NONE) || act->with != CLAUSE_NONE;
    case FRAME_OBJECT:
        if (act->verb->passive)
            return subject && act->agent != CLAUSE_NONE;
        return act->object != CLAUSE_NONE || act->with != CLAUSE_NONE;
    default:
        return false;
    }
}

static bool act_denied(const struct act *act)
{
    return act->verb->negative &&
           (act->verb->tense == TENSE_PAST || act->verb->tense == TENSE_PRES);
}

/* "ils se réunissent depuis 2009": again and again. */
static bool is_since_long(const struct finder *finder, uint32_t index)
{
    for (uint32_t i = index + 1; i < finder->clause.chunks.count; i++) {
        if (clause_is(&finder->clause, i, TYPE(VERB) | TYPE(NOUN) | TYPE(STOP)))
            return false;
        const struct chunk *chunk = clause_chunk(&finder->clause, i);
        const struct date *date = chunk->type == CHUNK_DATE ? chunk->of->detail : NULL;
        if (date)
            return date->lean < 0 && !date->day && !date->weekday && date->unit != 'd';
    }
    return false;
}

/* "ils se réunissent chaque année", "would meet if invited": no particular occasion. */
static bool is_habit(const struct finder *finder, const struct act *act)
{
    const bool wished = act->verb->tense == TENSE_COND;
    const bool now = act->verb->tense == TENSE_PRES && act->verb->modality == MODALITY_NONE;
    return (wished || now) &&
           (finder_generic(finder) || (now && is_since_long(finder, act->index)));
}

/* "le préfet a réuni les élus": a person brings others together; "le sommet réunit" is no one. */
static bool gathers_others(const struct finder *finder, uint32_t index)
{
    const uint32_t subject = clause_subject(&finder->clause, index);
    return finder_sense(finder, index) == SENSE_HOLD && clause_finite(&finder->clause, index) &&
           !clause_verb(&finder->clause, index)->passive &&
           clause_is(&finder->clause, subject, TYPE(PARTY)) &&
           party_members(clause_chunk(&finder->clause, subject)->of)->at[0]->type == PARTY_PERSON;
}

/* "accueilli à sa descente d'avion", "welcomed at the airport": the visit begins; no meeting. */
static bool is_welcome(const struct finder *finder, uint32_t index)
{
    const struct chunk *verb = clause_chunk(&finder->clause, index);
    for (uint32_t t = verb->end; t < finder->sentence->end; t++) {
        if (look_at(finder->document, t, LEXICON_WELCOME))
            return true;
    }
    return false;
}

/* "will host B on a state visit": the guest's visit, and no meeting besides. */
static bool hosts_visit(const struct finder *finder, uint32_t index)
{
    for (uint32_t i = index + 1; i < finder->clause.chunks.count; i++) {
        if (clause_is(&finder->clause, i, TYPE(NOUN)))
            return finder->labels[i].kind == KIND_VISIT && !finder->labels[i].possessive &&
                   (clause_governor(&finder->clause, i) & (TYPE(AT) | TYPE(ABOUT))) != 0;
        if (clause_is(&finder->clause, i,
                      TYPE(STOP) | TYPE(RELATIVE) | TYPE(VERB) | TYPE(SUBORDINATOR) |
                          TYPE(FOLLOWING)))
            break;
    }
    return false;
}

/* A new mention with what the verb by itself tells, or NULL. */
static struct mention *act_mention(struct finder *finder, const struct act *act)
{
    struct mention *mention = finder_mention(finder, act->index);
    if (!mention)
        return NULL;
    mention->verb = true;
    mention->strong = true;
    mention->official = act->lexeme->official;
    mention->opening = act->lexeme->frame == FRAME_ARRIVE;
    mention->bilateral =
        act->frame == FRAME_OBJECT || act->frame == FRAME_WITH || act->frame == FRAME_CALL;
    mention->hosting = act->frame == FRAME_HOST;
    mention->kind =
        act->frame == FRAME_VISIT || act->frame == FRAME_INVITE ? KIND_VISIT : act->lexeme->kind;
    mention->mode = act->lexeme->mode;
    if (mention->kind == KIND_CALL && mention->mode == MODE_UNKNOWN) {
        mention->kind = KIND_TALKS;
        mention->spoken = clause_after(&finder->clause, act->index, TYPE(PARTY) | TYPE(NOUN),
                                       TYPE(AT)) == CLAUSE_NONE; /* "at the G7" */
    }
    if (mention->hosting && is_welcome(finder, act->index)) {
        mention->kind = KIND_VISIT;
        mention->opening = true;
    }
    if (mention->hosting && hosts_visit(finder, act->index))
        mention->kind = KIND_VISIT;
    return mention;
}

/* "Les ministres, réunis à Lyon, ont décidé": right behind whom it is told of. */
static bool is_aside(const struct finder *finder, uint32_t index)
{
    const struct clause *clause = &finder->clause;
    const uint32_t before = index - 1 - (index > 1 && clause_is(clause, index - 1, TYPE(COMMA)));
    return clause_is(clause, before, TYPE(PARTY)) && is_several(finder, before) &&
           is_ahead(finder, index, TYPE(PLACE) | TYPE(DATE));
}

void find_by_verb(struct finder *finder, uint32_t index)
{
    const struct verb *verb = clause_verb(&finder->clause, index);
    const struct annotation *word = verb_reading(finder->document, verb, LEXICON_MEETVERB);
    if (!word)
        return;
    struct act act = {.index = index, .verb = verb};
    act.lexeme = look_lexeme(finder->document, word);
    act.frame = act.lexeme->frame == FRAME_ARRIVE ? FRAME_VISIT : act.lexeme->frame;
    const bool opening = verb->tense == TENSE_PP && (index == 0 || is_aside(finder, index));
    const bool gathers = act.frame == FRAME_JOINT && gathers_others(finder, index);
    if (act.lexeme->reflexive && !verb->reflexive && !opening && !gathers)
        return;
    if (act.lexeme->reflexive && !verb->reflexive && gathers)
        act.frame = FRAME_HOST; /* "le préfet a réuni les élus" */
    act_read(finder, &act);
    if ((act.lexeme->frame == FRAME_JOINT || act.frame == FRAME_VISIT) &&
        finder_sense(finder, index) != SENSE_NONE &&
        clause_after(&finder->clause, index, TYPE(NOUN), GOVERNOR_NONE) == index + 1)
        return; /* "convened a session", "dropped by the talks": the noun tells it */
    if (!agrees(finder, &act) || !is_subject(finder, &act) || !act_complete(finder, &act) ||
        act_denied(&act) || is_habit(finder, &act) || travels_to_attend(finder, index))
        return;
    struct mention *mention = act_mention(finder, &act);
    if (!mention)
        return;
    act_parties(finder, &act, mention);
    if (act.frame == FRAME_JOINT && !act_session(finder, mention))
        return;
    if (act.lexeme->frame == FRAME_JOINT && is_crowd(mention))
        return;
    slot_manner(finder, mention, index);
    slot_hosts(finder, mention, index);
    slot_company(finder, mention);
    act_status(finder, &act, mention);
    slot_circumstances(finder, mention, index);
    slot_ahead(finder, mention, act.verb);
    if (is_crowd(mention) && !mention->pronoun && mention->party_count == 1 &&
        !(mention->date && mention->place))
        return; /* "residents met": nobody in particular */
    keep_apart(finder, mention, act.frame == FRAME_WITH ? act.with : act.object);
}
