/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A rule that is about rows is worked out once for each row: these are the rows. */
#pragma once

#include <json-glib/json-glib.h>

#include "yc-form-path-private.h"

G_BEGIN_DECLS

#define YC_FORM_MAX_AROUND 16

/*
 * YcFormInstance:
 * @pointer: of the row, or "" for the form
 * @object: the row or the form
 * @around: what is around the row, the nearest first
 * @n_around: how many that are
 * @row: its number, from 1; 0 for the form
 */
typedef struct
{
  const char *pointer;
  JsonNode   *object;
  JsonNode   *around[YC_FORM_MAX_AROUND];
  guint       n_around;
  guint       row;
} YcFormInstance;

typedef void (*YcFormInstanceFunc) (const YcFormInstance *instance,
                                    gpointer              user_data);

void yc_form_instances_each (const YcFormPath   *scope,
                             guint               n_steps,
                             JsonNode           *data,
                             const YcFormPath   *place,
                             guint               n_shared,
                             YcFormInstanceFunc  func,
                             gpointer            user_data);

G_END_DECLS
