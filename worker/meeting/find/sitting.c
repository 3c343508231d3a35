#include <string.h>

#include "annotate/look.h"
#include "meeting/clause/status.h"
#include "meeting/find/agenda.h"
#include "meeting/find/owner.h"
#include "meeting/find/predicate.h"
#include "meeting/find/sitting.h"
#include "meeting/find/when.h"
#include "meeting/label/label.h"
#include "meeting/mention/occasion.h"

/* Verbs that tell the sitting of a body: "le Parlement s'est réuni", "la commission a auditionné".
 */

/* "foreign ministers convened": people of whom none sits in a parliament hold no session. */
static void act_people(struct mention *mention)
{
    for (unsigned i = 0; i < mention->party_count; i++) {
        const struct party *party = mention->parties[i].party;
        if (party->type == PARTY_ORGANIZATION || party->rank == RANK_LEGISLATOR ||
            (party->rank == RANK_NONE && party->type != PARTY_COUNTRY))
            return;
    }
    if (mention->kind == KIND_SESSION && mention->party_count > 0)
        mention->kind = mention->label.kind = KIND_TALKS;
}

/* "the government and whoever met", "une délégation de l'Union s'est réunie": whom a body sent, or
 * who met others that could not be read, hold no sitting of it. */
static bool is_a_side(const struct finder *finder, const struct act *act, const struct party *party)
{
    const uint32_t verb = clause_chunk(&finder->clause, act->index)->begin;
    const uint64_t joins = CLASS(AND);
    return party->delegation || (party->begin > finder->sentence->begin && party->end <= verb &&
                                 (document_is(finder->document, party->begin - 1, joins) ||
                                  document_is(finder->document, party->end, joins)));
}

/* "le Conseil de sécurité s'est réuni" is its session, and the body gives it its name; so is that
 * of a body that no list says to sit, if it is told when or where: "le gouvernement s'est réuni
 * mardi". */
bool act_session(const struct finder *finder, const struct act *act, struct mention *mention)
{
    act_people(mention);
    if (act_sits_again(finder, act))
        return act_name_again(finder, mention);
    const bool chaired = mention->party_count == 2 && mention->parties[1].part == PART_CHAIR;
    if ((mention->party_count != 1 && !chaired) || mention->pronoun)
        return true;
    const struct party *party = mention->parties[0].party;
    const bool house = act_is_house(finder, party);
    if ((party->type != PARTY_ORGANIZATION && !house) || is_a_side(finder, act, party))
        return true;
    const bool sits = finder_sits(finder, party);
    const bool gathers = act->lexeme->frame == FRAME_JOINT || act->lexeme->frame == FRAME_OBJECT;
    if (!sits && (party_is_forces(finder->document, party) || !gathers ||
                  !act_goes_on(finder, act->index, TYPE(DATE) | TYPE(PLACE))))
        return false;
    if (sits || house)
        mention->kind = mention->label.kind = house ? KIND_SESSION : finder_sitting(finder, party);
    mention->label.name = mention->label.series =
        label_of_body(finder->document, finder->sentence, party);
    mention->parties[0] = mention->parties[chaired];
    mention->party_count = chaired; /* "le comité, présidé par X, s'est réuni" */
    return true;
}

/* "Le préfet a réuni la commission de sécurité": what somebody convenes is the body's sitting. */
void act_convened(const struct finder *finder, struct mention *mention)
{
    const struct party *body = mention->party_count == 2 ? mention->parties[1].party : NULL;
    if (!body || body->type != PARTY_ORGANIZATION || !finder_sits(finder, body))
        return;
    mention->kind = mention->label.kind = finder_sitting(finder, body);
    mention->label.name = mention->label.series =
        label_of_body(finder->document, finder->sentence, body);
    mention->parties[0].part = PART_CHAIR;
    mention->party_count = 1;
    mention->hosting = mention->bilateral = false;
}

/* "briefed the committee on the plan": what is no part of its name stands behind it. */
static struct span hearing_name(const struct finder *finder, const struct party *body)
{
    struct span name = label_of_body(finder->document, finder->sentence, body);
    if (!document_is(finder->document, body->name_end, CLASS(OF)) &&
        !look_flag(finder->document, body->name_end + 1, TOKEN_CAPITAL))
        name.end = body->name_end;
    return name;
}

/* "la commission a auditionné le ministre", "briefed the council", "testified before the
 * committee": the body that sits gives its sitting the name; returns whether there is one. */
bool act_hearing(const struct finder *finder, struct mention *mention)
{
    for (unsigned i = 0; i < mention->party_count && !finder_generic(finder); i++) {
        const struct party *body = mention->parties[i].party;
        if (!finder_sits(finder, body))
            continue;
        mention->kind = mention->label.kind = KIND_SESSION;
        mention->label.name = mention->label.series = hearing_name(finder, body);
        mention->bilateral = false;
        mention->party_count--;
        memmove(mention->parties + i, mention->parties + i + 1,
                (mention->party_count - i) * sizeof *mention->parties);
        return mention->party_count > 0;
    }
    return false;
}

/* Whether the party is one body, told by a word for such: a council, committee, board or bank. */
static bool has_head(const struct finder *finder, const struct party_list *list)
{
    const struct party *party = list->at[0];
    bool head = false; /* "Harlan County Board of Supervisors" */
    for (uint32_t t = party->name_begin; t < party->name_end && !head; t++)
        head = look_at(finder->document, t, LEXICON_ORGHEAD);
    return list->count == 1 && party->type == PARTY_ORGANIZATION && head;
}

/* Whether the chunk tells one council, committee, board or the like. */
static bool is_body(const struct finder *finder, uint32_t chunk)
{
    const struct party_list *list = party_members(clause_chunk(&finder->clause, chunk)->of);
    return has_head(finder, list) && finder_sits(finder, list->at[0]);
}

/* Whether the pronoun that the chunk tells can stand for a body: "it", "elle". */
static bool can_be_body(const struct finder *finder, uint32_t chunk)
{
    const uint32_t begin = clause_chunk(&finder->clause, chunk)->begin;
    const struct annotation *word = look_at(finder->document, begin, LEXICON_GENDER);
    return document_is(finder->document, begin, CLASS(NEUTER)) ||
           (word && str_equal(pack_column(finder->document->pack, word->value, 1), STR("THING")));
}

/* "The council will vote on it when | it meets on Friday": the first body told in the sentence. */
uint32_t act_sitter_meant(const struct finder *finder, const struct act *act)
{
    const struct clause *clause = &finder->clause;
    const bool alone = act->object == CLAUSE_NONE && act->with == CLAUSE_NONE &&
                       (act->lexeme->frame == FRAME_JOINT || act->lexeme->frame == FRAME_OBJECT);
    if (!alone || !clause_is(clause, act->subject, TYPE(PRONOUN)) ||
        !can_be_body(finder, act->subject))
        return act->subject;
    for (uint32_t i = 0; i < act->subject; i++) {
        if (!clause_is(clause, i, TYPE(PARTY)) || clause_governor(clause, i) == TYPE(OF))
            continue;
        const struct party_list *list = party_members(clause_chunk(clause, i)->of);
        if (has_head(finder, list) || finder_sits(finder, list->at[0]))
            return i;
    }
    return act->subject;
}

/* Of a body whose kind or manner of meeting is untold. */
bool act_is_own_sitting(const struct act *act, const struct mention *mention)
{
    return act->frame == FRAME_JOINT && mention->kind == KIND_TALKS && mention->party_count == 0 &&
           !mention->pronoun;
}

/* "the council will be held on Monday", "in Lagos"; not "was held to account on Monday". */
static bool is_held(const struct clause *clause, uint32_t verb)
{
    enum { WORDS_MAX = 2 }; /* "on the" */
    const uint32_t end = clause_chunk(clause, verb)->end;
    const struct annotation *word = clause_verb(clause, verb)->word;
    const bool held = clause_verb(clause, verb)->passive ||
                      (word && word->end - word->begin > 1); /* "aura lieu", "took place" */
    for (uint32_t i = verb + 1;
         held && i < clause->chunks.count && clause_chunk(clause, i)->begin <= end + WORDS_MAX;
         i++) {
        if (clause_is(clause, i, TYPE(DATE) | TYPE(PLACE)))
            return true;
    }
    return false;
}

/* What is held of a body: its sitting; "le Congrès se tiendra" is a congress, "le G7 aura lieu" a
 * summit. */
static enum meeting_kind kind_held(const struct finder *finder, const struct party *body)
{
    const struct annotation *series = look_at(finder->document, body->name_begin, LEXICON_SERIES);
    if (series && series->end == body->name_end)
        return look_lexeme(finder->document, series)->kind;
    const struct annotation *noun = look_at(finder->document, body->name_begin, LEXICON_MEETNOUN);
    noun = noun ? noun : look_at(finder->document, body->name_end - 1, LEXICON_MEETNOUN);
    const bool congress = noun && noun->end == body->name_end &&
                          look_lexeme(finder->document, noun)->kind == KIND_CONFERENCE;
    return congress ? KIND_CONFERENCE : finder_sitting(finder, body);
}

void sitting_number(const struct document *document, struct label *label)
{
    enum { WORDS_MAX = 2 };
    const uint32_t end = label->name.begin;
    for (uint32_t back = 1; back <= WORDS_MAX && back <= end; back++) {
        const struct annotation *ordinal = look_at(document, end - back, LEXICON_ORDINAL);
        const struct annotation *number = look_at(document, end - back, ANNOTATION_NUMBER);
        const struct capture *digits =
            number && number->end == end ? look_capture(number, CAPTURE_NUMBER) : NULL;
        if (ordinal && ordinal->end == end)
            label->edition = look_lexeme(document, ordinal)->number;
        else if (digits)
            label->edition = look_token(document, digits->begin)->number;
        else
            continue;
        label->ordinal = (struct span){end - back, end};
        label->name.begin = end - back;
        return;
    }
}

/* Whether something that takes some time does so. */
static bool goes_on(enum sense sense)
{
    return sense == SENSE_OPEN || sense == SENSE_CLOSE || sense == SENSE_RESUME ||
           sense == SENSE_CONTINUE || sense == SENSE_HOLD;
}

/* "les travaux de la commission ont débuté": whether the verb tells of the work of the body that is
 * its subject. */
static bool is_at_work(const struct clause *clause, uint32_t body, enum sense sense)
{
    const uint32_t work = goes_on(sense) ? clause_preposition(clause, body) : CLAUSE_NONE;
    return work != CLAUSE_NONE && str_equal(clause_when(clause, work), STR("DURING")) &&
           clause_chunk(clause, work)->end == clause_chunk(clause, body)->begin;
}

/* Whether the verb at index says that what was to be held is off, or on another day. */
static bool is_off(const struct finder *finder, uint32_t index)
{
    const enum sense sense = finder_sense(finder, index);
    return (sense == SENSE_CANCEL || sense == SENSE_POSTPONE || sense == SENSE_MOVE) &&
           clause_verb(&finder->clause, index)->passive;
}

/* "le conseil, qui devait se tenir lundi, | est avancé": whether the main verb behind tells it. */
static bool is_off_behind(const struct finder *finder, uint32_t index, uint32_t subject)
{
    for (uint32_t i = index + 1; i < finder->clause.chunks.count; i++) {
        if (clause_is(&finder->clause, i, TYPE(VERB)) && clause_finite(&finder->clause, i))
            return is_off(finder, i) && clause_subject(&finder->clause, i) == subject;
    }
    return false;
}

/* "le conseil national se tient samedi à Lomé", "the council will be held in Lagos": of such a
 * body it is its sitting that is held; "the board voted 5-2 on Monday": it sat then. */
void find_by_sitter(struct finder *finder, uint32_t index)
{
    const struct clause *clause = &finder->clause;
    const struct verb *verb = clause_verb(clause, index);
    const enum sense sense = finder_sense(finder, index);
    const bool off = is_off(finder, index);
    if (!off && sense != SENSE_SIT && !goes_on(sense))
        return;
    const uint32_t subject = clause_subject(clause, index);
    const uint32_t begin = clause_chunk(clause, index)->begin;
    if (document_is(finder->document, begin, CLASS(AT)) && subject != CLAUSE_NONE &&
        clause_chunk(clause, subject)->end < begin)
        return; /* "a félicité le Conseil pour les réformes | en cours": theirs */
    const bool told = clause_is(clause, subject, TYPE(PARTY)) && !verb->negative;
    const bool votes = told && sense == SENSE_SIT && is_body(finder, subject);
    const bool works = told && is_at_work(clause, subject, sense);
    if (!(sense == SENSE_HOLD && (verb->reflexive || is_held(clause, index))) && !off && !votes &&
        !works)
        return; /* "le conseil prévu jeudi est reporté" */
    if (!clause_finite(clause, index) || !clause_is(clause, subject, TYPE(PARTY)) ||
        finder_generic(finder) || party_members(clause_chunk(clause, subject)->of)->count != 1 ||
        (!off && (is_off_behind(finder, index, subject) || told_as_repeated(finder, index))))
        return;
    const struct party *body = party_members(clause_chunk(clause, subject)->of)->at[0];
    if (body->type != PARTY_ORGANIZATION || !finder_sits(finder, body))
        return;
    struct mention *mention = finder_mention(finder, index);
    if (!mention)
        return;
    mention->kind = mention->label.kind = kind_held(finder, body);
    mention->label.name = mention->label.series =
        label_of_body(finder->document, finder->sentence, body);
    sitting_number(finder->document, &mention->label);
    mention->label.proper = true;
    mention->strong = true;
    slot_parties(finder, mention, clause_after(clause, subject, TYPE(PARTY), TYPE(BETWEEN)),
                 PART_ATTENDEE); /* "la commission mixte entre A et B" */
    const bool put_off = off && sense != SENSE_CANCEL;
    mention->verb = !put_off; /* "est reporté au 3 mai": the verb says what the day is */
    mention->status = status_of_event_verb(verb, sense);
    mention->status_told = true;
    mention->now = status_is_now(verb);
    slot_circumstances(finder, mention, index);
    slot_ahead(finder, mention, verb);
    mention->verb = true;
    for (uint32_t i = subject + 1; off && !mention->date && i < index; i++)
        mention->date = clause_is(clause, i, TYPE(DATE)) ? clause_chunk(clause, i)->of : NULL;
    if (votes ? mention->date && date_is_day(mention->date->detail)
              : mention->date || mention->place || put_off)
        finder_keep(finder, mention);
}

/* Who acts in the clause in which the noun is told as where it was done, or CLAUSE_NONE: the first
 * party before it, else the one behind the comma that closes the phrase it opens. */
static uint32_t acting_at(const struct finder *finder, uint32_t noun)
{
    const struct clause *clause = &finder->clause;
    uint32_t actor = CLAUSE_NONE;
    for (uint32_t i = noun; i-- > 0;) {
        if (clause_is(clause, i, TYPE(AND)) && clause_is(clause, i + 1, TYPE(AT)))
            break; /* "A signed it, and | at a meeting in Oslo, B" */
        if (clause_is(clause, i, TYPE(STOP) | TYPE(SUBORDINATOR) | TYPE(RELATIVE) | TYPE(NOUN)))
            break;
        if (clause_is(clause, i, TYPE(PARTY)) && clause_governor(clause, i) == 0)
            actor = i;
    }
    bool comma = false;
    for (uint32_t i = noun + 1; actor == CLAUSE_NONE && i < clause->chunks.count; i++) {
        if (clause_is(clause, i, TYPE(STOP) | TYPE(SUBORDINATOR) | TYPE(RELATIVE) | TYPE(VERB)))
            break;
        comma |= clause_is(clause, i, TYPE(COMMA));
        if (comma && clause_is(clause, i, TYPE(PARTY)) && clause_governor(clause, i) == 0)
            actor = i;
    }
    return actor;
}

/* "Council members approved it at Monday's meeting": members of a house, who sit there. */
static bool is_of_house(const struct finder *finder, uint32_t chunk)
{
    const struct party *party = party_members(clause_chunk(&finder->clause, chunk)->of)->at[0];
    return party->type == PARTY_GROUP && party->rank == RANK_LEGISLATOR;
}

/* "Le Conseil fédéral a décidé lors de sa séance": a government, which stands for its state. */
static bool is_cabinet(const struct finder *finder, uint32_t chunk, const struct mention *mention)
{
    const struct party *party = party_members(clause_chunk(&finder->clause, chunk)->of)->at[0];
    return mention->kind == KIND_SESSION && mention->label.possessive &&
           party->type == PARTY_COUNTRY &&
           look_at(finder->document, party->name_begin, LEXICON_ORGHEAD);
}

/* "the council's next | session": the body before the noun whose it is, or CLAUSE_NONE. */
static uint32_t sitter_before(const struct finder *finder, uint32_t noun,
                              const struct mention *mention)
{
    uint32_t i = noun;
    while (i > 0 && clause_is(&finder->clause, i - 1, TYPE(SEQUENCE)))
        i--;
    const bool whose = mention->kind == KIND_SESSION && i > 0 &&
                       clause_is(&finder->clause, i - 1, TYPE(PARTY)) &&
                       look_clitic(finder->document, clause_chunk(&finder->clause, i - 1)->end);
    return whose && is_body(finder, i - 1) ? i - 1 : CLAUSE_NONE;
}

/* "Iran and Norway agreed to it at talks in Oslo": a state or several who act there, and so meet.
 */
static bool are_there(const struct finder *finder, uint32_t chunk, const struct mention *mention)
{
    const struct party_list *list = party_members(clause_chunk(&finder->clause, chunk)->of);
    return (kind_is_generic(mention->kind) || mention->kind == KIND_NEGOTIATION) &&
           (list->count > 1 || list->at[0]->type == PARTY_COUNTRY);
}

void slot_sitting(const struct finder *finder, uint32_t noun, struct mention *mention)
{
    const struct clause *clause = &finder->clause;
    if (!mention->party_count && !mention->label.proper)
        slot_parties(finder, mention, sitter_before(finder, noun, mention), PART_ATTENDEE);
    if (mention->party_count || mention->pronoun || mention->kind == KIND_VISIT ||
        mention->label.name.end > mention->label.name.begin ||
        !(clause_governor(clause, noun) & (TYPE(AT) | TYPE(FOLLOWING))))
        return;
    const uint32_t actor = acting_at(finder, noun);
    if (actor == CLAUSE_NONE ||
        (clause_is(clause, actor + 1, TYPE(VERB)) && clause_verb(clause, actor + 1)->passive))
        return;
    const bool sits =
        !mention->label.plural && (mention->kind == KIND_TALKS || mention->kind == KIND_SESSION);
    if (are_there(finder, actor, mention) ||
        (sits && (is_body(finder, actor) || is_cabinet(finder, actor, mention))))
        slot_parties(finder, mention, actor, PART_ATTENDEE);
    else if (sits && is_of_house(finder, actor) && !mention->label.indefinite)
        mention->kind = mention->label.kind = KIND_SESSION;
}
