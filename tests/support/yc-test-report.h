/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a report says, to compare it with another. */
#pragma once

#include "yc-schema-report.h"

G_BEGIN_DECLS

/* (transfer full): a line for each problem with its places, in an order of its own */
char *yc_test_report_write (const YcSchemaReport *report);

G_END_DECLS
