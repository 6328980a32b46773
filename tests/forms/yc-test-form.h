/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the tests of forms share: JSON that people can read, and ways to the fields. */
#pragma once

#include "yc-form.h"

G_BEGIN_DECLS

JsonNode      *yc_test_parse         (const char    *text);
YcForm        *yc_test_open          (const char    *schema,
                                      const char    *layout);
YcFormField   *yc_test_find          (YcForm        *form,
                                      const char    *pointer);
void           yc_test_type          (YcForm        *form,
                                      const char    *pointer,
                                      const char    *text);
YcFormElement *yc_test_get_element   (YcFormElement *root,
                                      const char    *path);
void           yc_test_assert_json   (JsonNode      *node,
                                      const char    *expected);
void           yc_test_assert_data   (YcForm        *form,
                                      const char    *expected);
void           yc_test_assert_undone (YcForm        *form,
                                      gboolean       undo,
                                      const char    *expected);

G_END_DECLS
