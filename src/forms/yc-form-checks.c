/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What must hold between the fields of a form: `x-check` in its schema, with JsonLogic over the row
 * or the form that it is said of. A check waits until all that it compares is filled in.
 */
#include "yc-form-checks-private.h"

#include <glib/gi18n-lib.h>

#include "yc-day.h"
#include "yc-form-due-private.h"
#include "yc-form-reads-private.h"
#include "yc-form-survey-private.h"
#include "yc-forms-error.h"
#include "yc-json.h"
#include "yc-logic-reads.h"
#include "yc-logic.h"
#include "yc-schema-private.h"

/* As for formulas. */
#define MAX_WORK 2000000

/* What a check makes no sense without. */
typedef struct
{
  YcLogicBase  base;
  guint        levels;
  char        *path;
} YcFormNeed;

struct _YcFormChecks
{
  GPtrArray   *list;        /* YcFormCheck */
  YcFormReads *reads;
  YcFormDue   *due;
  YcFormApplies applies;
  gpointer     applies_data;
  GTree      **failing;     /* for each: pointers of the rows for which it does not hold */
  char        *today;
  guint64      n_evaluations;
};

typedef struct
{
  YcFormChecks      *self;
  const YcFormCheck *check;
  guint              number;
  JsonNode          *data;
  gsize              work;
} Run;

static void
need_clear (gpointer data)
{
  g_free (((YcFormNeed *) data)->path);
}

static void
check_free (gpointer data)
{
  YcFormCheck *self = data;

  g_ptr_array_unref (self->scope);
  g_clear_pointer (&self->at, g_ptr_array_unref);
  g_clear_pointer (&self->rule, json_node_unref);
  g_array_unref (self->needs);
  g_array_unref (self->guards);
  g_free (self->where);
  g_free (self->message);
  g_free (self->key);
  g_free (self);
}

/* Finding */

static void
need_cb (const YcLogicRead *read,
         gpointer           user_data)
{
  YcFormCheck *check = user_data;
  YcFormNeed need = { read->base, read->levels, NULL };

  if (!read->needed || read->path == NULL || *read->path == '\0')
    return;
  need.path = g_strdup (read->path);
  g_array_append_val (check->needs, need);
}

static YcFormCheck *
check_new (const YcFormPlace *place,
           JsonObject        *said,
           guint              number)
{
  YcFormCheck *self = g_new0 (YcFormCheck, 1);
  JsonNode *rule = yc_json_get_member (said, "rule");
  const char *at = yc_json_get_string (said, "at", NULL);

  self->scope = yc_form_path_copy (place->path, G_MAXUINT);
  self->n_steps = yc_form_path_get_scope (self->scope, 0);
  self->where = g_strdup_printf ("%s/x-check/%u", place->pointer, number);
  self->rule = rule != NULL ? json_node_ref (rule) : NULL;
  self->message = g_strdup (yc_json_get_string (said, "message", NULL));
  self->key = g_strdup (yc_json_get_string (said, "i18n", NULL));
  self->guards = yc_form_guards_copy (place->guards);
  self->needs = g_array_new (FALSE, FALSE, sizeof (YcFormNeed));
  g_array_set_clear_func (self->needs, need_clear);
  if (at != NULL)
    {
      self->at = yc_form_path_copy (self->scope, self->n_steps);
      yc_form_path_add_pointer (self->at, at);
    }
  yc_logic_each_read (rule, need_cb, self);
  return self;
}

static void
find_cb (const YcFormPlace *place,
         gpointer           user_data)
{
  GPtrArray *checks = user_data;
  JsonArray *list = yc_json_get_array (place->schema, "x-check");

  for (guint i = 0; list != NULL && i < json_array_get_length (list); i++)
    {
      JsonObject *said = yc_json_node_get_object (json_array_get_element (list, i));

      if (said != NULL && checks->len <= YC_FORM_MAX_CHECKS)
        g_ptr_array_add (checks, check_new (place, said, i));
    }
}

/* (transfer full) (element-type YcFormCheck): all that is said in @schema, whether it makes sense or
 * not; one more than there may be if there are too many */
GPtrArray *
yc_form_checks_find (JsonNode *schema)
{
  GPtrArray *checks = g_ptr_array_new_with_free_func (check_free);

  yc_form_survey (schema, find_cb, checks);
  return checks;
}

static gboolean
check_rule (const YcFormCheck  *check,
            GError            **error)
{
  if (check->rule == NULL || check->message == NULL || check->at == NULL)
    {
      g_set_error (error, YC_FORMS_ERROR, YC_FORMS_ERROR_SCHEMA,
                   "#%s: A check needs “rule”, “message” and “at”", check->where);
      return FALSE;
    }
  if (yc_logic_check (check->rule, error))
    return TRUE;
  g_prefix_error (error, "#%s/rule: ", check->where);
  return FALSE;
}

static gboolean
check_rules (GPtrArray  *checks,
             GError    **error)
{
  if (checks->len > YC_FORM_MAX_CHECKS)
    {
      g_set_error (error, YC_FORMS_ERROR, YC_FORMS_ERROR_SCHEMA,
                   _ ("The form has more than %u checks"), YC_FORM_MAX_CHECKS);
      return FALSE;
    }
  for (guint i = 0; i < checks->len; i++)
    if (!check_rule (g_ptr_array_index (checks, i), error))
      return FALSE;
  return TRUE;
}

static int
compare_pointers (gconstpointer a,
                  gconstpointer b,
                  gpointer      user_data)
{
  return g_strcmp0 (a, b);
}

/* YC_FORMS_ERROR_SCHEMA, or an error of core if a rule is no JsonLogic. */
YcFormChecks *
yc_form_checks_new (JsonNode  *schema,
                    GError   **error)
{
  g_autoptr (GPtrArray) list = yc_form_checks_find (schema);
  YcFormChecks *self;

  if (!check_rules (list, error))
    return NULL;
  self = g_new0 (YcFormChecks, 1);
  self->list = g_steal_pointer (&list);
  self->reads = yc_form_reads_new ();
  self->due = yc_form_due_new (self->list->len);
  self->failing = g_new0 (GTree *, self->list->len);
  self->today = yc_day_dup_today ();
  for (guint i = 0; i < self->list->len; i++)
    {
      const YcFormCheck *check = g_ptr_array_index (self->list, i);

      yc_form_reads_add_rule (self->reads, i, check->rule, check->scope);
      yc_form_guards_add_reads (check->guards, TRUE, check->scope, self->reads, i);
      yc_form_guards_add_reads (check->guards, FALSE, check->scope, self->reads, i);
      self->failing[i] = g_tree_new_full (compare_pointers, NULL, g_free, NULL);
    }
  return self;
}

void
yc_form_checks_free (YcFormChecks *self)
{
  for (guint i = 0; i < self->list->len; i++)
    g_tree_unref (self->failing[i]);
  g_free (self->failing);
  yc_form_due_free (self->due);
  yc_form_reads_free (self->reads);
  g_ptr_array_unref (self->list);
  g_free (self->today);
  g_free (self);
}

/* @today: "YYYY-MM-DD"; every check is due again */
void
yc_form_checks_set_today (YcFormChecks *self,
                          const char   *today)
{
  g_free (self->today);
  self->today = g_strdup (today);
}

/* @applies tells whether what has guards is asked; without it nothing of that is. */
void
yc_form_checks_set_applies (YcFormChecks  *self,
                            YcFormApplies  applies,
                            gpointer       user_data)
{
  self->applies = applies;
  self->applies_data = user_data;
}

gboolean
yc_form_checks_is_empty (YcFormChecks *self)
{
  return self->list->len == 0;
}

guint64
yc_form_checks_get_n_evaluations (YcFormChecks *self)
{
  return self->n_evaluations;
}

/* Running */

static void
concerned_cb (guint             who,
              const YcFormPath *place,
              guint             n_shared,
              gpointer          user_data)
{
  YcFormChecks *self = user_data;

  yc_form_due_set (self->due, who, place, n_shared);
}

/* Notes that @changed, a pointer, or everything if it is NULL, is different in @data. */
void
yc_form_checks_touch (YcFormChecks *self,
                      JsonNode     *data,
                      const char   *changed)
{
  g_autoptr (GPtrArray) place = NULL;

  if (changed == NULL)
    {
      for (guint i = 0; i < self->list->len; i++)
        yc_form_due_set (self->due, i, NULL, 0);
      return;
    }
  if (self->list->len == 0)
    return;
  place = yc_form_path_from_pointer (changed);
  yc_form_reads_find (self->reads, place, data, concerned_cb, self);
}

/* Forgets what was found for rows that begin with @begin: they may be gone. */
static void
forget_cb (const char *begin,
           gpointer    user_data)
{
  Run *run = user_data;
  GTree *failing = run->self->failing[run->number];
  g_autofree char *below = g_strconcat (begin, "/", NULL);
  g_autoptr (GPtrArray) gone = g_ptr_array_new_with_free_func (g_free);

  for (GTreeNode *node = g_tree_node_first (failing); node != NULL; node = g_tree_node_next (node))
    {
      const char *pointer = g_tree_node_key (node);

      if (*begin == '\0' || g_str_equal (pointer, begin) || g_str_has_prefix (pointer, below))
        g_ptr_array_add (gone, g_strdup (pointer));
    }
  for (guint i = 0; i < gone->len; i++)
    g_tree_remove (failing, g_ptr_array_index (gone, i));
}

/* What the rule sees of a place. */
static JsonNode *
look_up (const Run            *run,
         const YcFormInstance *instance,
         const YcFormNeed     *need)
{
  g_autoptr (GPtrArray) path = yc_form_path_new ();
  g_autofree char *pointer = NULL;
  JsonNode *from = instance->object;

  if (need->base == YC_LOGIC_BASE_FORM)
    from = run->data;
  else if (need->base == YC_LOGIC_BASE_OUTER)
    from = need->levels <= instance->n_around ? instance->around[need->levels - 1] : NULL;
  yc_form_path_add_dotted (path, need->path);
  pointer = yc_form_path_to_pointer (path);
  return from != NULL ? yc_json_pointer_get (from, pointer) : NULL;
}

static gboolean
has_all_it_needs (const Run            *run,
                  const YcFormInstance *instance)
{
  for (guint i = 0; i < run->check->needs->len; i++)
    {
      JsonNode *value = look_up (run, instance, &g_array_index (run->check->needs, YcFormNeed, i));

      if (yc_json_node_is_null (value) || g_strcmp0 (yc_json_node_get_string (value), "") == 0)
        return FALSE;
    }
  return TRUE;
}

/* A rule that is too much work does not hold: nobody can say that it does. */
static void
check_cb (const YcFormInstance *instance,
          gpointer              user_data)
{
  Run *run = user_data;
  YcLogicScene scene = { run->self->today, run->data, instance->around, instance->n_around,
                         instance->row, &run->work };
  g_autoptr (JsonNode) result = NULL;

  if (yc_json_node_get_object (instance->object) == NULL ||
      !yc_form_guards_hold (run->check->guards, run->check->scope, instance->pointer, run->data,
                            run->self->applies, run->self->applies_data) ||
      !has_all_it_needs (run, instance))
    return;
  run->self->n_evaluations++;
  result = yc_logic_apply_in (run->check->rule, instance->object, &scene, NULL);
  if (result == NULL || !yc_logic_truthy (result))
    g_tree_insert (run->self->failing[run->number], g_strdup (instance->pointer), NULL);
}

/* Asks what is due. */
void
yc_form_checks_run (YcFormChecks *self,
                    JsonNode     *data)
{
  Run run = { self, NULL, 0, data, MAX_WORK };

  for (guint i = 0; i < self->list->len; i++)
    {
      run.check = g_ptr_array_index (self->list, i);
      run.number = i;
      yc_form_due_run (self->due, i, run.check->scope, run.check->n_steps, data, forget_cb,
                       check_cb, &run);
    }
}

static char *
get_place (const YcFormCheck *check,
           const char        *row)
{
  g_autoptr (GPtrArray) path = yc_form_path_new ();

  for (guint i = check->n_steps; i < check->at->len; i++)
    yc_form_path_add (path, yc_form_path_get (check->at, i));
  {
    g_autofree char *below = yc_form_path_to_pointer (path);

    return g_strconcat (row, below, NULL);
  }
}

static const char *
find_words (const YcFormCheck *check,
            YcFormCheckWords   words,
            gpointer           user_data)
{
  const char *key = check->key != NULL ? check->key : check->message;

  return words == NULL ? check->message : words (key, check->message, user_data);
}

/* Asks for the words of all of them. */
void
yc_form_checks_each_words (YcFormChecks     *self,
                           YcFormCheckWords  words,
                           gpointer          user_data)
{
  for (guint i = 0; i < self->list->len; i++)
    find_words (g_ptr_array_index (self->list, i), words, user_data);
}

/* Adds what does not hold to @report, with the keyword "x-check". */
void
yc_form_checks_report (YcFormChecks     *self,
                       YcSchemaReport   *report,
                       YcFormCheckWords  words,
                       gpointer          user_data)
{
  for (guint i = 0; i < self->list->len; i++)
    {
      const YcFormCheck *check = g_ptr_array_index (self->list, i);
      const char *message = find_words (check, words, user_data);

      for (GTreeNode *node = g_tree_node_first (self->failing[i]); node != NULL;
           node = g_tree_node_next (node))
        yc_schema_report_take (report, "x-check", g_strconcat ("#", check->where, NULL),
                               get_place (check, g_tree_node_key (node)), NULL, NULL, message);
    }
}
