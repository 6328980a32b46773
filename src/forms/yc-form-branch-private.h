/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Elements and fields that come and go together: the form's own, a row's, an alternative's. */
#pragma once

#include "yc-form-demand-private.h"
#include "yc-form-element-private.h"
#include "yc-form-field-private.h"

G_BEGIN_DECLS

struct _YcFormBranch
{
  YcForm        *form;          /* not owned; NULL once detached */
  YcFormField   *owner;         /* not owned; the field of the row or alternative, else NULL */
  YcFormRow     *row;           /* not owned; the innermost row around, nullable */
  JsonNode      *schema;
  char          *base;          /* JSON Pointer of what the scopes are relative to */
  YcFormElement *root;
  GPtrArray     *others;        /* the roots of further controls that show the same row; nullable */
  GPtrArray     *fields;        /* in the layout's order, without those of branches below */
  GPtrArray     *nests;         /* the fields that have branches of their own; not owned */
  GPtrArray     *ruled;         /* the elements that have a rule; not owned */
  YcFormDemands *demands;
  GHashTable    *demanded;      /* what must be filled in as things stand, from the base on */
};

YcFormBranch *yc_form_branch_new      (YcForm        *form,
                                       YcFormField   *owner,
                                       YcFormRow     *row,
                                       JsonNode      *schema,
                                       const char    *base);
void          yc_form_branch_free     (YcFormBranch  *self);
YcFormField  *yc_form_branch_ensure   (YcFormBranch  *self,
                                       YcFormSpec    *spec,
                                       const char    *place);
void          yc_form_branch_open     (YcFormBranch  *self,
                                       YcFormElement *root);
void          yc_form_branch_add_root (YcFormBranch  *self,
                                       YcFormElement *root);
YcFormElement *yc_form_branch_find_root (YcFormBranch  *self,
                                         YcFormElement *control);
void          yc_form_branch_each_root (YcFormBranch  *self,
                                        GFunc          func,
                                        gpointer       user_data);
void          yc_form_branch_load     (YcFormBranch  *self);
void          yc_form_branch_set_base (YcFormBranch  *self,
                                       const char    *base);
void          yc_form_branch_run_demands (YcFormBranch *self,
                                          gboolean      always);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YcFormBranch, yc_form_branch_free)

G_END_DECLS
