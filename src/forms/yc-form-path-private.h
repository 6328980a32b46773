/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Places in a form's data: the steps of a JSON Pointer, where a step may stand for every row. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * YcFormPath:
 * @steps: (element-type utf8): names and indexes, decoded; %NULL for every row
 *
 * As large as a pointer; copied and cleared by the functions below.
 */
typedef GPtrArray YcFormPath;

char       *yc_form_path_decode       (const char       *step);
YcFormPath *yc_form_path_new          (void);
YcFormPath *yc_form_path_copy         (const YcFormPath *self,
                                       guint             n_steps);
YcFormPath *yc_form_path_from_pointer (const char       *pointer);
void        yc_form_path_add          (YcFormPath       *self,
                                       const char       *step);
void        yc_form_path_add_dotted   (YcFormPath       *self,
                                       const char       *path);
void        yc_form_path_add_pointer  (YcFormPath       *self,
                                       const char       *pointer);
const char *yc_form_path_get          (const YcFormPath *self,
                                       guint             index);
char       *yc_form_path_to_pointer   (const YcFormPath *self);
char       *yc_form_path_pointer_to_key (const char       *pointer);
guint       yc_form_path_get_scope    (const YcFormPath *self,
                                       guint             levels);

G_END_DECLS
