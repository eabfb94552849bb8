/** A crash report as data: the records are the JSON document of {@code docs/crash-report.schema.json}, member by component. */
package dev.twinstack.adapter.report.model;
