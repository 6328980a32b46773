/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Runs folders in the format of the official JSON Schema Test Suite. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * YcSchemaSuiteCase:
 * @file: the file below the folder, such as "optional/format/date.json"
 * @group: the description of the schema
 * @name: the description of the case
 * @passed: whether the answer was the one asked for
 * @trouble: (nullable): why there was no answer: the schema could not be compiled
 */
typedef struct
{
  const char *file;
  const char *group;
  const char *name;
  gboolean    passed;
  const char *trouble;
} YcSchemaSuiteCase;

typedef void (*YcSchemaSuiteFunc) (const YcSchemaSuiteCase *result,
                                   gpointer                 user_data);

gboolean yc_schema_suite_run (const char         *folder,
                              gboolean            optional,
                              YcSchemaSuiteFunc   func,
                              gpointer            user_data,
                              GError            **error);

G_END_DECLS
