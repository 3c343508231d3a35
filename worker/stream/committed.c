#include "stream/committed.h"

#include "stream/verdict.h"

enum { CALL_MS = 1000, PAUSE_MS = 100 };

/* Whether the broker has told what is committed of each; else it was too early to ask. */
static bool all_told(const rd_kafka_topic_partition_list_t *partitions)
{
    for (int i = 0; i < partitions->cnt; i++)
        if (partitions->elems[i].err)
            return false;
    return true;
}

int committed_ask(rd_kafka_t *consumer, rd_kafka_topic_partition_list_t *partitions,
                  const struct patience *patience, struct fault *ret_fault)
{
    while (!patience_stopping(patience)) {
        patience_enter(patience, "asking for the committed offsets");
        rd_kafka_resp_err_t error = rd_kafka_committed(consumer, partitions, CALL_MS);
        if (!error && all_told(partitions))
            return 0;
        int code = verdict_of_consuming(error, rd_kafka_err2str(error), ret_fault);
        if (code)
            return code;
        patience_sleep(patience, PAUSE_MS);
    }
    return FAULT_BROKER;
}
