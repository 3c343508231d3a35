/*
 * meetingd -- finds the meetings that news articles report, from Kafka to Kafka.
 *
 *     bytes -article-> article -text-> tokens -pack, annotate-> annotations
 *           -meeting-> meetings -record-> bytes
 *
 * worker/stream/ carries both ends of it; each command below stands in command/NAME.c.
 */
#include "command/command.h"

int main(int argc, char *argv[])
{
    static const struct command *const commands[] = {
        &run_command,     /* the worker, until told to stop */
        &replay_command,  /* a range of a topic once more */
        &redrive_command, /* dead letters back to where they came from */
        &demo_command,    /* the worker on a broker of its own, with bundled articles */
        &extract_command, /* files to meetings, without Kafka */
        &check_command,   /* what is wrong, before it goes wrong */
        &health_command,  /* how a worker on this host is */
        &schema_command,  /* the form of what comes out */
        &help_command,    /* how to use all this */
        &version_command, /* what exactly this is */
        NULL,
    };
    return command_line_run(commands, argc, argv);
}
