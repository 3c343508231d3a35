#include "stream/library.h"

#include <librdkafka/rdkafka.h>

const char *library_version(void)
{
    return rd_kafka_version_str();
}
